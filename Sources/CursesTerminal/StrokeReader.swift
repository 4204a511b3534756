/// Cuts what a terminal sends into characters and keys.
///
/// ncurses knows the keys of a terminal, but reads byte by byte, with two calls of the system for each.
struct StrokeReader {
  /// A character, or a key by its code in ncurses.
  enum Stroke {
    case scalar(Unicode.Scalar)
    case function(Int32)
  }

  /// What begins some bytes.
  enum Beginning {
    case stroke(Stroke, length: Int)
    /// More bytes have to come before anybody can say.
    case part
    case nothing
  }

  /// Longer sequences belong to no key.
  private static let longestKey = 16

  /// The code of the key that sends these bytes; 0 where no key does, -1 where keys do that send more.
  private let code: (ArraySlice<UInt8>) -> Int32
  private let character: (ArraySlice<UInt8>) -> Beginning
  /// Came last, and is cut off.
  private var rest: [UInt8] = []

  init(code: @escaping (ArraySlice<UInt8>) -> Int32, character: @escaping (ArraySlice<UInt8>) -> Beginning) {
    self.code = code
    self.character = character
  }

  /// Whether a key's sequence is cut off.
  private(set) var isInKey = false

  /// Takes bytes in and hands out what is whole.
  mutating func strokes(from bytes: some Collection<UInt8>) -> [Stroke] {
    rest += bytes
    return cut(isKeyOver: false)
  }

  /// Hands out the bytes of a sequence that does not go on.
  mutating func giveUpKey() -> [Stroke] {
    isInKey ? cut(isKeyOver: true) : []
  }

  private mutating func cut(isKeyOver: Bool) -> [Stroke] {
    var strokes: [Stroke] = []
    strokes.reserveCapacity(rest.count)
    var bytes = rest[...]
    cutting: while !bytes.isEmpty {
      switch first(of: bytes, isKeyOver: isKeyOver) {
      case .stroke(let stroke, let length):
        strokes.append(stroke)
        bytes.removeFirst(length)
      case .nothing: bytes.removeFirst()
      case .part: break cutting
      }
    }
    rest = Array(bytes)
    isInKey = rest.first.map(Self.mayBeginKey) ?? false
    return strokes
  }

  private func first(of bytes: ArraySlice<UInt8>, isKeyOver: Bool) -> Beginning {
    let key = key(bytes)
    switch key {
    case .nothing: return character(bytes)
    case .part: return isKeyOver ? character(bytes) : key
    case .stroke: return key
    }
  }

  private func key(_ bytes: ArraySlice<UInt8>) -> Beginning {
    guard let first = bytes.first, Self.mayBeginKey(first) else { return .nothing }
    for length in 1...Self.longestKey {
      guard length <= bytes.count else { return .part }
      let code = code(bytes.prefix(length))
      if code > 0 { return .stroke(.function(code), length: length) }
      if code == 0 { return .nothing }
    }
    return .nothing
  }

  private static func mayBeginKey(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F
  }
}
