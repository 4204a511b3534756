import Elements
import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Promises {
  /// Writes a sign-in of which every text is this one, in every format.
  mutating func checkReports(of text: String) {
    let record = SignInRecord(of: text)
    checkJSON(record, text: text)
    checkCSV(record)
    for width in [nil, 80, 7] { checkTable(record, width: width) }
    checkMarkdown(record)
    for format in [ReportFormat.ecs, .ocsf] { checkEvent(record, format, text: text) }
  }

  private mutating func checkJSON(_ record: SignInRecord, text: String) {
    let line = record.report(.ndjson)
    check(Self.isDrawn(line.dropLast()), "an object of JSON is one line without controls")
    let fields = try? JSONDecoder().decode([String: String?].self, from: Data(line))
    let read = fields?["userDisplayName"].flatMap(\.self)
    check(read.map { $0.unicodeScalars.elementsEqual(text.unicodeScalars) } == true, "JSON loses nothing")
  }

  private mutating func checkCSV(_ record: SignInRecord) {
    let lines = record.report(.csv).split(separator: 0x0A, omittingEmptySubsequences: false)
    check(lines.count == 3 && lines[2].isEmpty && lines[1].last == 0x0D, "a row of CSV is one line that ends with CRLF")
    let row = lines[1].dropLast()
    check(Self.isDrawn(row), "a row of CSV has no controls")
    let fields = CSVReader.fields(of: row)
    check(fields.count == SignInRecord.names.count, "a row of CSV has a field for each name")
    check(!fields.contains(where: Self.isFormula), "no field of CSV begins a formula")
    for separator in ";|\t".utf8 {
      // With quotes as they are, and out of them.
      let cells =
        row.split(separator: separator).map(Array.init)
        + fields.flatMap { $0.split(separator: separator).map(Array.init) }
      check(!cells.contains { Self.isFormula($0.drop { $0 == UInt8(ascii: "\"") }) }, "nor with another separator")
    }
  }

  private static func isFormula(_ field: some Sequence<UInt8>) -> Bool {
    let start = String(decoding: Array(field.prefix(3)), as: UTF8.self).unicodeScalars.first
    return start.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
  }

  private mutating func checkTable(_ record: SignInRecord, width: Int?) {
    let lines = record.report(.table, width: width).split(separator: 0x0A, omittingEmptySubsequences: false)
    check(lines.count == 3, "a row of a table is one line")
    check(lines.allSatisfy(Self.isDrawn), "a row of a table has no controls")
  }

  private mutating func checkMarkdown(_ record: SignInRecord) {
    let lines = record.report(.markdown).split(separator: 0x0A, omittingEmptySubsequences: false)
    check(lines.count == 4 && lines[3].isEmpty, "a row of Markdown is one line")
    check(lines.allSatisfy(Self.isDrawn), "a row of Markdown has no controls")
    let bars = lines.dropLast().map(Self.plainBars)
    check(Set(bars).count == 1, "a row of Markdown has a cell for each heading")
  }

  /// How many bars there are that no backslash makes plain.
  private static func plainBars(_ line: ArraySlice<UInt8>) -> Int {
    var (bars, isEscaped) = (0, false)
    for byte in line {
      if byte == UInt8(ascii: "|"), !isEscaped { bars += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return bars
  }

  private mutating func checkEvent(_ record: SignInRecord, _ format: ReportFormat, text: String) {
    struct Event: Decodable {
      struct User: Decodable {
        let full_name: String?
      }
      let user: User?
    }
    let line = record.report(format)
    check(Self.isDrawn(line.dropLast()), "an event is one line without controls")
    let name = (try? JSONDecoder().decode(Event.self, from: Data(line)))?.user?.full_name ?? ""
    check(name.unicodeScalars.elementsEqual(text.unicodeScalars), "an event loses nothing")
  }

  /// Whether a terminal acts on nothing of it.
  private static func isDrawn(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl
        && !(0xE_0000...0xE_0FFF ~= scalar.value)
    }
  }
}

extension SignInRecord {
  fileprivate init(of text: String) {
    let signIn = SignIn(
      id: text, loginTime: nil, userID: text, userDisplayName: text, userPrincipalName: text, ip: text, location: nil,
      country: text, city: text, isRisk: nil)
    let origin = RecordOrigin(
      tenant: TenantReference(customerID: text, tenantID: text), customerName: text, tenantName: text)
    self.init(signIn, in: origin)
  }

  fileprivate func report(_ format: ReportFormat, width: Int? = nil) -> [UInt8] {
    var writer = ReportWriter(format, columns: ReportColumns(SignInRecord.columns(hasTenant: true)), width: width)
    writer.append([self])
    writer.end()
    return Array(writer.bytes)
  }
}
