/// Ids by their numbers, from 0 in the order in which they came. A copy shares almost everything.
struct IDList: Sendable {
  private var ids = Segments<PackedID>()
  /// The ids that do not fit into `PackedID`.
  private var texts = TextArena()

  var count: Int { ids.count }

  /// The id as it came.
  subscript(number: RowNumber) -> String {
    packed(at: number).text(among: texts)
  }

  func packed(at number: RowNumber) -> PackedID {
    ids[Int(number)]
  }

  mutating func append(_ key: IDKey) -> RowNumber {
    ids.append(key.packed ?? PackedID(textNumber: texts.append(key.text)))
    return RowNumber(count - 1)
  }

  func isKey(_ key: IDKey, at number: RowNumber) -> Bool {
    let id = packed(at: number)
    if let packed = key.packed { return id == packed }
    guard let number = id.textNumber else { return false }
    return texts.holds(key.text, at: number)
  }

  /// The same as that of the `IDKey` that was appended.
  func hash(at number: RowNumber) -> UInt64 {
    let id = packed(at: number)
    guard let number = id.textNumber else { return id.hash }
    return texts.hash(at: number)
  }
}
