/// Distinct values, numbered from 0 in the order in which they came.
///
/// A number that was given means the same value in this and every later state of the list.
public struct Interned<Value: Sendable>: Sendable {
  private var values = Segments<Value>()

  init() {}

  public var count: Int { values.count }

  /// The value of a number below `count`.
  public subscript(number: UInt32) -> Value {
    values[Int(number)]
  }

  mutating func append(_ value: Value) -> UInt32 {
    values.append(value)
    return UInt32(count - 1)
  }
}

/// Numbers values as they come, the same value always the same. Meant for thousands of them: a value is kept as it is.
struct Interner<Value: Internable>: Sendable {
  private(set) var values = Interned<Value>()
  private var numbers = HashIndex(shards: 1)

  mutating func number(of value: Value) -> UInt32 {
    let hash = value.exactHash
    if let known = numbers.number(hash: hash, where: { values[$0].isExactly(value) }) { return known }
    numbers.insert(UInt32(values.count), hash: hash) { values[$0].exactHash }
    return values.append(value)
  }
}
