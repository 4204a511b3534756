import Testing

@testable import CursesTerminal

@Suite struct StrokeReaderTests {
  private static let keys: [(bytes: String, code: Int32)] = [
    ("\u{1B}[A", 1), ("\u{1B}OA", 2), ("\u{1B}[5~", 3), ("\u{7F}", 4),
  ]

  /// For a terminal with these keys, and text in UTF-8.
  private static func reader() -> StrokeReader {
    StrokeReader { bytes in
      if let key = keys.first(where: { bytes.elementsEqual($0.bytes.utf8) }) { return key.code }
      return keys.contains { $0.bytes.utf8.starts(with: bytes) } ? -1 : 0
    } character: { bytes in
      guard let first = bytes.first else { return .part }
      if first < 0x80 { return .stroke(.scalar(Unicode.Scalar(first)), length: 1) }
      guard first >= 0xC2 else { return .nothing }
      guard bytes.count > 1 else { return .part }
      let text = String(decoding: bytes.prefix(2), as: UTF8.self)
      return text.unicodeScalars.first.map { .stroke(.scalar($0), length: 2) } ?? .nothing
    }
  }

  /// Characters as they are, and keys as `<1>`.
  private func shown(_ strokes: [StrokeReader.Stroke]) -> String {
    strokes.map { stroke in
      switch stroke {
      case .scalar(let scalar): String(scalar)
      case .function(let code): "<\(code)>"
      }
    }.joined()
  }

  @Test func `keys and characters come in the order of their bytes`() {
    var reader = Self.reader()
    #expect(shown(reader.strokes(from: "jé\u{1B}[A\u{7F}\u{1B}[5~ü".utf8)) == "jé<1><4><3>ü")
  }

  @Test func `a key that comes byte by byte is one`() {
    var reader = Self.reader()
    let pieces = "\u{1B}[5~é".utf8.map { shown(reader.strokes(from: [$0])) }
    #expect(pieces == ["", "", "", "<3>", "", "é"])
  }

  @Test func `a sequence that goes on in no key is handed out as it came`() {
    var reader = Self.reader()
    #expect(shown(reader.strokes(from: "\u{1B}[1;5C\u{1B}[A".utf8)) == "\u{1B}[1;5C<1>")
  }

  @Test func `the beginning of a key is handed out once it is given up, and half a character is not`() {
    var reader = Self.reader()
    #expect(reader.strokes(from: "\u{1B}[".utf8).isEmpty)
    #expect(reader.isInKey)
    #expect(shown(reader.giveUpKey()) == "\u{1B}[")
    #expect(reader.strokes(from: [0xC3]).isEmpty)
    #expect(!reader.isInKey)
    #expect(reader.giveUpKey().isEmpty)
    #expect(shown(reader.strokes(from: [0xA9])) == "é")
  }

  @Test func `bytes that are no character are left out`() {
    var reader = Self.reader()
    #expect(shown(reader.strokes(from: [0x80, 0x6A, 0xBF, 0x6B])) == "jk")
  }
}
