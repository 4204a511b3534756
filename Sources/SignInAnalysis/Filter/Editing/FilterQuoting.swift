/// How values are written so that they are read as they are.
enum FilterQuoting {
  /// In quotes if it needs them.
  static func quoted(_ value: String) -> String {
    let needsQuotes = value.unicodeScalars.contains {
      ",\"()".unicodeScalars.contains($0) || $0.properties.isWhitespace
    }
    let startsOtherwise = value.unicodeScalars.first.map("/!=<>".unicodeScalars.contains) ?? true
    guard needsQuotes || startsOtherwise else { return value }
    var quoted = "\"".unicodeScalars
    for scalar in value.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// An expression for this text and no other, between its slashes.
  static func expression(for value: String) -> String {
    var expression = "/^".unicodeScalars
    for scalar in value.unicodeScalars {
      if isSign(scalar) { expression.append("\\") }
      expression.append(scalar)
    }
    expression.append(contentsOf: "$/".unicodeScalars)
    return String(expression)
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    "\\/^$.|?*+()[]{}".unicodeScalars.contains(scalar)
  }
}
