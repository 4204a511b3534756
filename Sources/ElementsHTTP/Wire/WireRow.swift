import Elements

/// One element of a page's `data`.
protocol WireRow: Sendable {
  static func read(_ row: inout WireObject) throws(UnusableRow) -> Self

  /// The same without these secrets in what it tells of parts that can't be read, each cut to an excerpt.
  func hiding(_ secrets: [Secret]) -> Self
}

extension WireRow {
  func hiding(_ secrets: [Secret]) -> Self { self }
}

extension UnreadableRow {
  func hiding(_ secrets: [Secret]) -> UnreadableRow {
    UnreadableRow(row: row, found: Excerpt.shortened(Redaction(secrets)(found)))
  }
}

/// A row that is left out of its page, with what was found.
struct UnusableRow: Error, Hashable, Sendable {
  let found: String
}

/// A row that was read or not: it never makes the page fail.
struct WireRowOutcome<Row: WireRow>: Decodable {
  let result: Result<Row, UnusableRow>

  init(from decoder: any Decoder) throws {
    guard var row = try? WireObject(decoder) else {
      result = .failure(UnusableRow(found: try WireScalar(from: decoder).shown))
      return
    }
    do throws(UnusableRow) {
      result = .success(try Row.read(&row))
    } catch {
      result = .failure(error)
    }
  }
}

extension WireObject {
  /// The row's `id`, without which it can't be recognised when pages shift.
  mutating func usableID() throws(UnusableRow) -> String {
    guard let id = text("id") else { throw UnusableRow(found: "no id") }
    guard !id.trimmed.isEmpty, id != "\u{FFFD}" else { throw UnusableRow(found: "id \"\(id)\"") }
    return id
  }
}
