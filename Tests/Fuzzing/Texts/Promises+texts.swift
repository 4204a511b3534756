import SafeText

extension Promises {
  mutating func checkTexts(_ input: TextInput) {
    for repertoire in [Repertoire.unicode, .ascii] {
      checkSanitizing(input.text, repertoire)
      checkClusters(input.text, repertoire)
      checkFitting(input, repertoire)
    }
  }

  private mutating func checkSanitizing(_ text: String, _ repertoire: Repertoire) {
    let once = sanitized(text, repertoire: repertoire)
    for scalar in once.unicodeScalars {
      let isAllowed = repertoire == .ascii ? (0x20...0x7E).contains(scalar.value) : scalar.isInert
      check(isAllowed, "U+\(String(scalar.value, radix: 16)) is not let through")
    }
    let twice = sanitized(once, repertoire: repertoire)
    check(twice.unicodeScalars.elementsEqual(once.unicodeScalars), "what was sanitised stays as it is")
    check(
      displayWidth(of: once, repertoire: repertoire) == displayWidth(of: text, repertoire: repertoire),
      "sanitising changes no width")
  }

  private mutating func checkClusters(_ text: String, _ repertoire: Repertoire) {
    let clusters = Array(Clusters(of: text, repertoire: repertoire))
    check(clusters.allSatisfy { $0.width == 1 || $0.width == 2 }, "a cluster is one or two cells wide")
    check(
      clusters.allSatisfy { (1...Cluster.markLimit + 1).contains($0.text.unicodeScalars.count) },
      "a cluster has a base and few marks")
    check(
      clusters.reduce(0) { $0 + $1.width } == displayWidth(of: text, repertoire: repertoire),
      "a text is as wide as its clusters")
    check(
      clusters.map(\.text).joined() == sanitized(text, repertoire: repertoire),
      "the sanitised text is that of its clusters")
  }

  private mutating func checkFitting(_ input: TextInput, _ repertoire: Repertoire) {
    let row = fitted(
      input.text, to: input.cells, offset: input.offset, alignment: input.alignment, repertoire: repertoire)
    check(row.reduce(0) { $0 + $1.width } == input.cells, "a fitted text fills its cells")
    let whole = fitted(input.text, to: input.cells, alignment: input.alignment, repertoire: repertoire)
    let shown = whole.map(\.text).joined()
    check(sanitized(shown, repertoire: repertoire) == shown, "a row on the screen is inert")
    guard displayWidth(of: input.text, repertoire: repertoire) <= input.cells else { return }
    check(shown.contains(sanitized(input.text, repertoire: repertoire)), "a text that has room is shown whole")
  }
}

extension Unicode.Scalar {
  /// Whether a terminal only draws it, and somebody can see that it is there. By Unicode's properties, not by the table
  /// of widths.
  fileprivate var isInert: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
    default: !properties.isDefaultIgnorableCodePoint && !properties.isBidiControl && !properties.isJoinControl
    }
  }
}
