import CNcursesw

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes that a terminal sends, as characters of the locale and as keys that ncurses knows.
@MainActor
struct TerminalInput {
  /// What is read at a time. Then come signals and the screen, however much more there is to read.
  private static let mostBytes = 64 * 1_024
  /// How long the rest of a key's sequence may take.
  private static let longestTear: CInt = 25

  private let descriptor: Int32
  private var reader = StrokeReader(code: code, character: character)

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// What can be read without waiting: all of it, or so much that there may be more.
  mutating func take() -> (strokes: [StrokeReader.Stroke], hasMore: Bool) {
    var strokes: [StrokeReader.Stroke] = []
    var count = 0
    withUnsafeTemporaryAllocation(byteCount: Self.mostBytes, alignment: 1) { room in
      while count < Self.mostBytes, hasInput(within: reader.isInKey ? Self.longestTear : 0) {
        let length = read(descriptor, room.baseAddress, Self.mostBytes - count)
        guard length > 0 else { break }
        strokes += reader.strokes(from: room.prefix(length))
        count += length
      }
    }
    if count < Self.mostBytes { strokes += reader.giveUpKey() }
    return (strokes, count == Self.mostBytes)
  }

  private func hasInput(within milliseconds: CInt) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, milliseconds) > 0 && state.revents & Int16(POLLIN) != 0
  }

  private nonisolated static func code(_ bytes: ArraySlice<UInt8>) -> Int32 {
    bytes.contains(0)
      ? 0
      : (bytes.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer {
        risktop_key_defined($0.baseAddress)
      }
  }

  private nonisolated static func character(_ bytes: ArraySlice<UInt8>) -> StrokeReader.Beginning {
    if let first = bytes.first, first < 0x80 { return .stroke(.scalar(Unicode.Scalar(first)), length: 1) }
    var value: CUnsignedInt = 0
    let length = bytes.withUnsafeBytes { bytes in
      risktop_character(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &value)
    }
    if length == 0 { return .part }
    guard length > 0, let scalar = Unicode.Scalar(value) else { return .nothing }
    return .stroke(.scalar(scalar), length: Int(length))
  }
}
