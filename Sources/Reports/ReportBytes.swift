/// Bytes written one behind the other, in memory that is kept when they are gone.
struct ReportBytes: Sendable {
  /// As long as there is room.
  private var memory: [UInt8] = []
  private(set) var count = 0

  /// What was written.
  var bytes: ArraySlice<UInt8> { memory[..<count] }

  mutating func clear() {
    count = 0
  }

  /// Writes bytes where there is room for `most`.
  /// - Parameter write: is given the first of them, and says how many it has written.
  @inline(__always)
  mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if memory.count - count < most { grow(by: most) }
    count += memory.withUnsafeMutableBufferPointer { [count] memory in
      memory.baseAddress.map { write($0 + count) } ?? 0
    }
  }

  private mutating func grow(by room: Int) {
    memory += repeatElement(0, count: max(room, memory.count, 1_024))
  }

  mutating func append(_ byte: UInt8) {
    append(atMost: 1) { place in
      place.pointee = byte
      return 1
    }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(atMost: bytes.count) { place in place.copy(bytes) }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0) }
  }

  mutating func append(spaces: Int) {
    append(atMost: max(0, spaces)) { place in
      place.update(repeating: UInt8(ascii: " "), count: max(0, spaces))
      return max(0, spaces)
    }
  }

  /// Takes back what was written behind so many bytes.
  mutating func truncate(to length: Int) {
    count = min(count, length)
  }

  /// Takes spaces off the end, down to so many bytes.
  mutating func trimSpaces(downTo least: Int) {
    while count > least, memory[count - 1] == UInt8(ascii: " ") { count -= 1 }
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Copies bytes to this place and says how many.
  @inline(__always)
  func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if let start = bytes.baseAddress { update(from: start, count: bytes.count) }
    return bytes.count
  }
}
