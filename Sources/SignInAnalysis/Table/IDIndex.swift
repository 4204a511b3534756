/// Ids, each once, numbered from 0 in the order in which they came.
///
/// An id is known by its bytes; there can be one less than `RowNumber` has values. A GUID in lower case takes 16 bytes,
/// any other id 24 and its text, and the index about 5 more. A copy shares the ids but for the last few.
public struct IDIndex: Sendable {
  /// The ids by their numbers.
  private(set) var ids = IDList()
  private var numbers = HashIndex(shards: 64)

  public init() {}

  public var count: Int { ids.count }

  /// The number of an id; one that is new gets the next.
  public mutating func number(of id: String) -> (number: RowNumber, isNew: Bool) {
    let key = IDKey(id)
    if let known = number(of: key) { return (known, isNew: false) }
    numbers.insert(RowNumber(count), hash: key.hash) { ids.hash(at: $0) }
    return (ids.append(key), isNew: true)
  }

  /// Nil for an id that is not there.
  public func knownNumber(of id: String) -> RowNumber? {
    number(of: IDKey(id))
  }

  private func number(of key: IDKey) -> RowNumber? {
    numbers.number(hash: key.hash) { ids.isKey(key, at: $0) }
  }
}
