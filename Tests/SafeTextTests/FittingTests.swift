import Randomness
import SafeText
import Testing

@Suite struct FittingTests {
  private func fit(
    _ text: String, to cells: Int, offset: Int = 0, alignment: Alignment = .leading, repertoire: Repertoire = .unicode
  ) -> String {
    fitted(text, to: cells, offset: offset, alignment: alignment, repertoire: repertoire).map(\.text).joined()
  }

  @Test("a short text is padded on the side that its alignment leaves free")
  func padding() {
    #expect(fit("Bob", to: 5) == "Bob  ")
    #expect(fit("Bob", to: 5, alignment: .trailing) == "  Bob")
    #expect(fit("", to: 2) == "  ")
  }

  @Test("a text that fits exactly has no ellipsis")
  func exact() {
    #expect(fit("Lagos", to: 5) == "Lagos")
    #expect(fit("田中", to: 4) == "田中")
  }

  @Test("a long text ends in an ellipsis, whatever its alignment")
  func cutting() {
    #expect(fit("Amsterdam", to: 5) == "Amst…")
    #expect(fit("Amsterdam", to: 5, alignment: .trailing) == "Amst…")
    #expect(fit("Amsterdam", to: 1) == "…")
    #expect(fit("Amsterdam", to: 5, repertoire: .ascii) == "Amst~")
  }

  @Test("a wide character is left out whole where the ellipsis needs half of it")
  func cuttingWide() {
    #expect(fit("田中太郎", to: 5) == "田中…")
    #expect(fit("田中太郎", to: 4) == "田 …")
    #expect(fit("田中", to: 3) == "田…")
    #expect(fit("田", to: 1) == "…")
    #expect(fit("a田", to: 2) == "a…")
  }

  @Test("an offset hides cells on the left")
  func offset() {
    #expect(fit("Amsterdam", to: 4, offset: 5) == "rdam")
    #expect(fit("Amsterdam", to: 4, offset: 3) == "ter…")
    #expect(fit("Bob", to: 4, offset: 2, alignment: .trailing) == "   b")
    #expect(fit("Bob", to: 3, offset: 9) == "   ")
    #expect(fit("Bob", to: 3, offset: -4) == "Bob")
  }

  @Test("of a wide character cut by the offset a blank is left")
  func offsetInsideWide() {
    #expect(fit("田中", to: 3, offset: 1) == " 中")
    #expect(fit("田中", to: 2, offset: 2) == "中")
    #expect(fit("田中", to: 1, offset: 3) == " ")
    #expect(fit("田中太", to: 1, offset: 1) == "…")
  }

  @Test("nothing fits in no cells", arguments: [0, -1, Int.min])
  func noCells(cells: Int) {
    #expect(fitted("Bob", to: cells, repertoire: .unicode).isEmpty)
  }

  @Test("whatever the text, exactly the cells asked for are filled, with nothing that could act on a terminal")
  func alwaysExact() {
    var random = SplitMix(seed: 7)
    for _ in 0..<5_000 {
      let text = random.foreignText()
      let cells = random.number(below: 30)
      let row = fitted(
        text, to: cells, offset: random.number(below: 8),
        alignment: random.number(below: 2) == 0 ? .leading : .trailing,
        repertoire: .unicode)
      #expect(row.reduce(0) { $0 + $1.width } == cells, "from \(text.inASCII)")
      #expect(row.allSatisfy { (1...2).contains($0.width) && (1...5).contains($0.text.unicodeScalars.count) })
      #expect(row.allSatisfy { $0.text.unicodeScalars.allSatisfy(isInert) }, "from \(text.inASCII)")
    }
  }

  @Test("in ASCII every cell is printable ASCII")
  func alwaysASCII() {
    var random = SplitMix(seed: 3)
    for _ in 0..<2_000 {
      let row = fitted(random.foreignText(), to: 20, repertoire: .ascii)
      #expect(row.count == 20)
      #expect(row.allSatisfy { cell in cell.text.utf8.count == 1 && cell.text.utf8.allSatisfy { 0x20...0x7E ~= $0 } })
    }
  }

  /// By the properties of the standard library, not by the table under test.
  private func isInert(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: return false
    // Code points of the ideographic planes may be ahead of the library's version of Unicode.
    case .unassigned: return (0x20000...0x3FFFD).contains(scalar.value)
    default: return !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
    }
  }
}
