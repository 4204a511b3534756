import Elements

/// One element of a page's `data`.
protocol WireRow: Sendable {
  /// - Parameter excerpts: names parts of the row that can't be read.
  static func read(_ row: WireObject, _ excerpts: inout RowExcerpts) throws(UnusableRow) -> Self
}

/// A row that is left out of its page, with what was found.
struct UnusableRow: Error, Hashable, Sendable {
  let found: String
}

extension WireObject {
  /// The row's `id`, without which it can't be recognised when pages shift.
  func usableID() throws(UnusableRow) -> String {
    guard let id = text("id") else { throw UnusableRow(found: "no id") }
    guard !id.trimmed.isEmpty, !id.isReplacement else { throw UnusableRow(found: "id \(WireScalar.text(id).shown)") }
    return id
  }
}

extension String {
  /// Whether it is U+FFFD alone, which stands for a text that is no Unicode.
  fileprivate var isReplacement: Bool { utf8.count == 3 && self == "\u{FFFD}" }
}
