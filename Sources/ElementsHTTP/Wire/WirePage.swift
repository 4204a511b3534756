import Elements

/// The envelope `{"data":[…],"metadata":{"pageIndex","pageSize","totalCount"}}`.
struct WirePage<Row: WireRow> {
  private let rows: WireRows<Row>
  private let pageIndex: Int?
  private let pageSize: Int?
  private let totalCount: Int?

  /// The page as the server describes it; where it says nothing, as it was asked for.
  func page(asked: PageRequest) -> Page<Row> {
    let index = pageIndex ?? asked.index
    return Page(
      items: rows.items, index: index, size: pageSize ?? asked.size,
      totalCount: totalCount ?? provenTotal(index: index, asked: asked), unreadable: rows.unreadable)
  }

  /// Without a count only a page that is not full tells where the list ends, and 50 is the smallest full page
  /// documented.
  private func provenTotal(index: Int, asked: PageRequest) -> Int? {
    let full = pageSize ?? min(asked.size, 50)
    let before = (index - 1).multipliedReportingOverflow(by: pageSize ?? asked.size)
    guard rows.count < full, rows.count > 0 || index == 1, !before.overflow,
      before.partialValue <= Int.max - rows.count
    else { return nil }
    return before.partialValue + rows.count
  }
}

extension WirePage {
  static var shape: String { "a JSON object with data and metadata" }

  /// - Parameter secrets: are taken out of what is told of rows that can't be read.
  init(_ bytes: UnsafeRawBufferPointer, hiding secrets: [Secret]) throws(WireProblem) {
    var excerpts = RowExcerpts(hiding: secrets)
    var read: (rows: WireRows<Row>, place: JSONToken)?
    let object = try WireObject(whole: bytes, expected: Self.shape) { (key, reader) throws(JSONProblem) in
      // Read on the way, so that a page's bytes are looked at once.
      guard read == nil, bytes.isData(key), try reader.isNext(.array) else { return nil }
      var rows = WireRows<Row>()
      let place = try rows.read(&reader, &excerpts, expected: PageRequest.largestSize)
      read = (rows, place)
      return place
    }
    let metadata = object.object("metadata")
    pageIndex = metadata?.count("pageIndex").value.flatMap { $0 > 0 ? $0 : nil }
    pageSize = metadata?.count("pageSize").value.flatMap { $0 > 0 ? $0 : nil }
    let total = metadata?.count("totalCount") ?? .absent
    if case .unreadable(let found) = total {
      throw WireProblem(expected: "a number of rows", at: "metadata.totalCount", found: found)
    }
    totalCount = total.value
    if let read, read.place.start == object.value("data")?.start {
      rows = read.rows
    } else {
      rows = try Self.rows(of: object, isEmpty: totalCount == 0, hiding: secrets)
    }
  }

  /// The rows where `data` is spelled in another way, or is no array.
  private static func rows(
    of object: WireObject, isEmpty: Bool, hiding secrets: [Secret]
  ) throws(WireProblem) -> WireRows<Row> {
    var rows = WireRows<Row>()
    guard let data = object.value("data") else {
      if isEmpty, object.contains("data") { return rows }
      throw WireProblem(expected: shape, at: "data", found: object.contains("data") ? "null" : "nothing")
    }
    guard data.kind == .array else {
      throw WireProblem(expected: shape, at: "data", found: WireScalar(data, in: object.bytes).shown)
    }
    var excerpts = RowExcerpts(hiding: secrets)
    try rows.read(data, in: object.bytes, &excerpts)
    return rows
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func isData(_ key: JSONToken) -> Bool {
    key.kind == .asciiText && key.end - key.start == 4 && hold("data", at: key.start)
  }
}

extension WireObject {
  /// A count: a whole number that is not negative.
  func count(_ name: StaticString) -> WireField<Int> {
    switch integer(name) {
    case .absent: .absent
    case .value(let number):
      if let count = Int(exactly: number), count >= 0 { .value(count) } else { .unreadable(String(number)) }
    case .unreadable(let found): .unreadable(found)
    }
  }
}
