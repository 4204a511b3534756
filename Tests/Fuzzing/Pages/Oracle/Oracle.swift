import Elements

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads answers by way of Foundation's decoder, slowly and by other code: what the program reads must be the same.
enum Oracle {
  /// Nil where its answer may be one thing or another.
  static func page<Row: OracleRow>(
    _ body: [UInt8], asked: PageRequest, of row: Row.Type
  ) -> Result<Page<Row>, OracleProblem>? {
    read(body, as: OraclePage<Row>.self)?.flatMap { page in Result { () throws(OracleProblem) in try page.page(asked) }
    }
  }

  static func actionCounts(_ body: [UInt8]) -> Result<ActionCounts, OracleProblem>? {
    read(body, as: OracleCounts.self)?.map(\.counts)
  }

  static func refusal(_ body: [UInt8]) -> (message: String?, requestID: String?)? {
    guard String(validating: body, as: UTF8.self) != nil, let body = read(body, as: OracleRefusal.self) else {
      return nil
    }
    let read = try? body.get()
    return (read?.message, read?.requestID)
  }

  private static func read<Value: Decodable>(_ body: [UInt8], as type: Value.Type) -> Result<Value, OracleProblem>? {
    let json = body.starts(with: mark) ? body[3...] : body[...]
    let text = Array(String(decoding: json, as: UTF8.self).utf8)
    // Mended beforehand, a character that is broken by the end of a text takes more of the four bytes behind `\u`.
    if !text.elementsEqual(json), text.contains("\\u".utf8) { return nil }
    // Foundation guesses UTF-16 and UTF-32, which JSON can't be.
    guard !text.prefix(4).contains(0), !text.starts(with: mark), !DoubtfulNumbers.arePart(of: text) else { return nil }
    let doubts = Doubts()
    let decoder = JSONDecoder()
    if let key = Doubts.key { decoder.userInfo[key] = doubts }
    let result = Result { try decoder.decode(type, from: Data(text)) }.mapError { error in
      error as? OracleProblem ?? OracleProblem(at: "the top level", found: "not JSON")
    }
    return doubts.any ? nil : result
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// Numbers of which Foundation's decoder, by way of doubles and decimals, makes others: whole ones of more than 53 bits
/// that are spelled with a fraction or an exponent, and zeros with an exponent.
enum DoubtfulNumbers {
  static func arePart(of text: [UInt8]) -> Bool {
    text.split { !"0123456789+-.eE".utf8.contains($0) }.contains { spelling in
      let hasExponent = spelling.contains { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
      let hasFraction = spelling.contains(UInt8(ascii: "."))
      return spelling.count >= 15 && hasFraction || hasExponent && spelling.contains(UInt8(ascii: "0"))
        || hasExponent && spelling.count > 4
    }
  }
}

private struct OraclePage<Row: OracleRow>: Decodable {
  private let rows: OracleRows<Row>
  private let index: Int?
  private let size: Int?
  private let total: Int?

  init(from decoder: any Decoder) throws {
    guard let object = try? OracleObject(decoder) else {
      throw OracleProblem(at: "the top level", found: try OracleScalar(from: decoder).shown)
    }
    let metadata = object.object("metadata")
    index = (try? metadata?.count("pageIndex")?.get()).flatMap { $0 > 0 ? $0 : nil }
    size = (try? metadata?.count("pageSize")?.get()).flatMap { $0 > 0 ? $0 : nil }
    do throws(OracleProblem) {
      total = try metadata?.count("totalCount")?.get()
    } catch {
      throw OracleProblem(at: "metadata.totalCount", found: error.found)
    }
    if let rows = object.elements("data", of: OracleOutcome<Row>.self) {
      self.rows = OracleRows(rows)
    } else if object.contains("data"), !object.isFilled("data"), total == 0 {
      rows = OracleRows([])
    } else {
      let found = object.scalar("data")?.shown ?? (object.contains("data") ? "null" : "nothing")
      throw OracleProblem(at: "data", found: found)
    }
  }

  func page(_ asked: PageRequest) throws(OracleProblem) -> Page<Row> {
    let count = rows.items.count + rows.unreadable.count
    let index = index ?? asked.index
    var total = total
    if total == nil, count < size ?? min(asked.size, 50), count > 0 || index == 1 {
      let before = (index - 1).multipliedReportingOverflow(by: size ?? asked.size)
      let all = before.partialValue.addingReportingOverflow(count)
      if !before.overflow, !all.overflow { total = all.partialValue }
    }
    return Page(
      items: rows.items, index: index, size: size ?? asked.size, totalCount: total, unreadable: rows.unreadable)
  }
}

private struct OracleCounts: Decodable {
  let counts: ActionCounts

  init(from decoder: any Decoder) throws {
    guard let object = try? OracleObject(decoder) else {
      throw OracleProblem(at: "the top level", found: try OracleScalar(from: decoder).shown)
    }
    guard object.contains("riskyActionCount") || object.contains("normalActionCount") else {
      throw OracleProblem(at: "the top level", found: "an object with neither")
    }
    counts = ActionCounts(
      risky: try Self.count("riskyActionCount", in: object), normal: try Self.count("normalActionCount", in: object))
  }

  private static func count(_ name: String, in object: OracleObject) throws(OracleProblem) -> Int? {
    do throws(OracleProblem) {
      return try object.count(name)?.get()
    } catch {
      throw OracleProblem(at: name, found: error.found)
    }
  }
}

private struct OracleRefusal: Decodable {
  let message: String?
  let requestID: String?

  init(from decoder: any Decoder) throws {
    let object = try OracleObject(decoder)
    requestID = object.text("requestId")
    let errors = (object.elements("errors", of: FieldError.self) ?? []).map(\.shown)
    let known = ([object.text("message")] + errors).compactMap { $0 }.filter { !$0.isEmpty }
    message = known.isEmpty ? nil : String(known.joined(separator: "; ").prefix(500))
  }

  private struct FieldError: Decodable {
    let shown: String?

    init(from decoder: any Decoder) throws {
      guard let object = try? OracleObject(decoder) else {
        shown = nil
        return
      }
      let words = object.text("message") ?? object.text("code")
      shown = [object.text("field"), words].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
    }
  }
}
