import Elements

/// The envelope `{"data":[…],"metadata":{"pageIndex","pageSize","totalCount"}}`.
struct WirePage<Row: WireRow>: Decodable {
  private static var shape: String { "a JSON object with data and metadata" }

  private let rows: [WireRowOutcome<Row>]
  private let pageIndex: Int?
  private let pageSize: Int?
  private let totalCount: Int?

  init(from decoder: any Decoder) throws {
    guard var object = try? WireObject(decoder) else {
      throw WireProblem(expected: Self.shape, at: "the top level", found: try WireScalar(from: decoder).shown)
    }
    var metadata = object.object("metadata")
    pageIndex = metadata?.count("pageIndex").value.flatMap { $0 > 0 ? $0 : nil }
    pageSize = metadata?.count("pageSize").value.flatMap { $0 > 0 ? $0 : nil }
    let total = metadata?.count("totalCount") ?? .absent
    if case .unreadable(let found) = total {
      throw WireProblem(expected: "a number of rows", at: "metadata.totalCount", found: found)
    }
    totalCount = total.value
    if let rows = object.elements("data", of: WireRowOutcome<Row>.self) {
      self.rows = rows
    } else if object.contains("data"), object.key("data") == nil, totalCount == 0 {
      rows = []
    } else {
      let found = object.scalar("data")?.shown ?? (object.contains("data") ? "null" : "nothing")
      throw WireProblem(expected: Self.shape, at: "data", found: found)
    }
  }

  /// The page as the server describes it; where it says nothing, as it was asked for.
  func page(asked: PageRequest, hiding secrets: [Secret]) throws(WireProblem) -> Page<Row> {
    let index = pageIndex ?? asked.index
    var items: [Row] = []
    var unreadable: [UnreadableRow] = []
    items.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() {
      switch row.result {
      case .success(let item): items.append(item.hiding(secrets))
      case .failure(let problem):
        unreadable.append(UnreadableRow(row: place + 1, found: problem.found).hiding(secrets))
      }
    }
    let total = if let totalCount { totalCount } else { try provenTotal(index: index, asked: asked) }
    return Page(
      items: items, index: index, size: pageSize ?? asked.size, totalCount: total, unreadable: unreadable)
  }

  /// Without a count only a page that is not full tells where the list ends, and 50 is the smallest full page documented.
  private func provenTotal(index: Int, asked: PageRequest) throws(WireProblem) -> Int {
    let full = pageSize ?? min(asked.size, 50)
    let before = (index - 1).multipliedReportingOverflow(by: pageSize ?? asked.size)
    guard rows.count < full, !rows.isEmpty || index == 1, !before.overflow,
      before.partialValue <= Int.max - rows.count
    else {
      throw WireProblem(expected: "a number of rows", at: "metadata.totalCount", found: "nothing")
    }
    return before.partialValue + rows.count
  }
}

extension WireObject {
  /// A count: a whole number that is not negative.
  mutating func count(_ name: String) -> WireField<Int> {
    switch integer(name) {
    case .absent: .absent
    case .value(let number):
      if let count = Int(exactly: number), count >= 0 { .value(count) } else { .unreadable(String(number)) }
    case .unreadable(let found): .unreadable(found)
    }
  }
}
