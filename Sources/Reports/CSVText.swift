import Elements
import SafeText

/// Texts as fields of CSV (RFC 4180): those with commas or quotes are quoted.
struct CSVText: Sendable {
  /// Puts an apostrophe before what a spreadsheet would run as a formula.
  let isGuarded: Bool

  func append(_ text: String, to output: inout ReportBytes) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      let isPlain = bytes.arePrintableASCII { word in
        word.equal(to: UInt8(ascii: ",")) | word.equal(to: UInt8(ascii: "\"")) | word.equal(to: UInt8(ascii: ";"))
          | word.equal(to: UInt8(ascii: "|"))
      }
      guard isPlain, !isGuarded || !Self.isOpening(bytes.first ?? 0) else { return false }
      output.append(bytes)
      return true
    }
    if !isPlain { appendField(sanitized(isGuarded ? Self.guarded(text) : text), to: &output) }
  }

  private func appendField(_ field: String, to output: inout ReportBytes) {
    guard field.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
      return output.append(field)
    }
    output.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  // MARK: Formulas

  /// The text with an apostrophe before each formula, also where a program that is told of another separator than the
  /// comma would see a field begin. Quotes before a formula are looked past: of such a field they might be the ends.
  private static func guarded(_ text: String) -> String {
    var guarded = String.UnicodeScalarView()
    var isAtStart = true
    for scalar in text.unicodeScalars {
      // A tab or a line break counts at the very beginning alone: farther in it separates.
      let isFormula = isAtStart && isOpening(scalar) && (guarded.isEmpty || !isSeparator(scalar))
      if isFormula { guarded.append("'") }
      guarded.append(scalar)
      isAtStart = !isFormula && (isSeparator(scalar) || isAtStart && scalar == "\"")
    }
    return String(guarded)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "|", "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// What Excel, LibreOffice and Google Sheets take for the beginning of a formula, by OWASP's "CSV Injection". One
  /// scalar, which a mark behind it does not change.
  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n": true
    // The full-width forms, which Excel takes for the same where East Asian text is usual.
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// The same of a byte of ASCII.
  private static func isOpening(_ byte: UInt8) -> Bool {
    isOpening(Unicode.Scalar(byte))
  }
}
