import Elements

/// The elements of an array, read one by one: those that could be, and those that could not, which never make the page
/// fail.
struct WireRows<Row: WireRow> {
  private let most: Int
  private(set) var items: [Row] = []
  private(set) var unreadable: [UnreadableRow] = []

  /// - Parameter most: more rows than these are no page; as a rule ten thousand times what is asked for.
  init(most: Int = 1_000_000) {
    self.most = most
  }

  var count: Int { items.count + unreadable.count }

  /// Reads the array that comes next, and says where it is.
  /// - Parameter expected: so many rows find room at once.
  mutating func read(
    _ reader: inout JSONReader, _ excerpts: inout RowExcerpts, expected: Int = 0
  ) throws(JSONProblem) -> JSONToken {
    items.reserveCapacity(expected)
    var object = WireObject(in: reader.bytes)
    let start = reader.position
    var isMore = try reader.enter(.array)
    while isMore {
      guard count < most else { throw .tooManyRows }
      if try reader.isNext(.object) {
        try object.read(&reader)
        append(object, &excerpts)
      } else {
        let found = WireScalar(try reader.value(), in: reader.bytes).shown
        append(UnusableRow(found: found), &excerpts)
      }
      isMore = try reader.goOn(in: .array)
    }
    return JSONToken(kind: .array, start: start, end: reader.position)
  }

  /// The same for an array that was found before.
  mutating func read(
    _ array: JSONToken, in bytes: UnsafeRawBufferPointer, _ excerpts: inout RowExcerpts
  ) throws(WireProblem) {
    var reader = JSONReader(bytes, at: array.start)
    do throws(JSONProblem) {
      _ = try read(&reader, &excerpts)
    } catch {
      throw WireProblem(error, expected: "an array", in: bytes)
    }
  }

  private mutating func append(_ object: WireObject, _ excerpts: inout RowExcerpts) {
    do throws(UnusableRow) {
      guard object.isReadable else { throw UnusableRow(found: WireScalar.unrepresentable.shown) }
      items.append(try Row.read(object, &excerpts))
    } catch {
      append(error, &excerpts)
    }
  }

  private mutating func append(_ row: UnusableRow, _ excerpts: inout RowExcerpts) {
    unreadable.append(UnreadableRow(row: count + 1, found: excerpts.excerpt(of: row.found)))
  }
}

/// Says what was found in a page where something could not be read: without secrets, cut to an excerpt.
///
/// For the first hundred things alone. All are counted, a few are shown, and each costs more than a row that can be
/// read.
struct RowExcerpts {
  private static let most = 100
  /// Stands for whatever was found beyond these.
  private static let unnamed = "…"

  private let secrets: [Secret]
  private var redaction: Redaction?
  private var left = Self.most

  init(hiding secrets: [Secret]) {
    self.secrets = secrets
  }

  mutating func excerpt(of found: String) -> String {
    guard left > 0 else { return Self.unnamed }
    left -= 1
    let redaction = redaction ?? Redaction(secrets)
    self.redaction = redaction
    return Excerpt.shortened(redaction(found))
  }
}
