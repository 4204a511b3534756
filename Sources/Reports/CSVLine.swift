import SafeText

/// A line of CSV (RFC 4180): fields with commas or quotes are quoted, lines end with CRLF.
struct CSVLine: Sendable {
  /// Puts an apostrophe before a text that a spreadsheet would run as a formula.
  let isGuarded: Bool

  func append(_ values: [ReportValue], to output: inout [UInt8]) {
    for (place, value) in values.enumerated() {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      append(field(value), to: &output)
    }
    output += "\r\n".utf8
  }

  private func field(_ value: ReportValue) -> String {
    switch value {
    case .text(let text): (isGuarded && CSVLine.isFormula(text) ? "'" : "") + sanitized(text)
    case .number(let number): String(number)
    case .degrees(let degrees): degrees.description
    case .flag(let flag): flag ? "true" : "false"
    case .missing: ""
    }
  }

  private func append(_ field: String, to output: inout [UInt8]) {
    guard field.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
      output += field.utf8
      return
    }
    output.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// What Excel, LibreOffice and Google Sheets take for one, by OWASP's "CSV Injection". Looks at the first scalar, which a mark behind it does not change.
  private static func isFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n": true
    // The full-width forms, which Excel takes for the same where East Asian text is usual.
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
