import Randomness
import TerminalUI
import Testing

struct ColumnLayoutTests {
  private let columns = [
    Column("A", least: 4, ideal: 10), Column("B", least: 6, ideal: 6), Column("C", least: 5, ideal: 8),
  ]

  private func widths(_ width: Int, first: Int = 0) -> [Int] {
    ColumnLayout(columns, width: width, first: first).slots.map(\.width)
  }

  @Test("Columns that have no room are dropped from the right")
  func dropping() {
    // 4 + 6 + 5 and two gaps are the least for all three.
    #expect(ColumnLayout(columns, width: 17).slots.map(\.index) == [0, 1, 2])
    #expect(ColumnLayout(columns, width: 16).slots.map(\.index) == [0, 1])
    #expect(ColumnLayout(columns, width: 10).slots.map(\.index) == [0])
  }

  @Test("A column further right is not shown in place of one that has no room")
  func noSkipping() {
    let columns = [Column("A", least: 4, ideal: 4), Column("B", least: 20, ideal: 20), Column("C", least: 2, ideal: 2)]
    #expect(ColumnLayout(columns, width: 12).slots.map(\.index) == [0])
  }

  @Test("Cells to spare go to the columns that want more, from left to right, and the last one takes the rest")
  func spare() {
    #expect(widths(20) == [7, 6, 5])
    #expect(widths(25) == [10, 6, 7])
    #expect(widths(40) == [10, 6, 22])
  }

  @Test("Columns scrolled out to the left make room for those further right")
  func offset() {
    let layout = ColumnLayout(columns, width: 14, first: 1)
    #expect(layout.slots.map(\.index) == [1, 2])
    #expect(layout.slots.map(\.column) == [0, 7])
  }

  @Test("One column is shown however narrow the table is, and none where all are scrolled out")
  func extremes() {
    #expect(widths(3) == [3])
    #expect(widths(0) == [0])
    #expect(widths(-5) == [0])
    #expect(widths(80, first: 3).isEmpty)
    #expect(widths(80, first: 99).isEmpty)
    #expect(widths(17, first: -1) == widths(17))
  }

  @Test("The width of the first columns counts the gaps between them, not the one behind")
  func widthOfFirst() {
    let layout = ColumnLayout(columns, width: 17)
    #expect(layout.width(ofFirst: 0) == 0)
    #expect(layout.width(ofFirst: 1) == 4)
    #expect(layout.width(ofFirst: 2) == 11)
    #expect(layout.width(ofFirst: 9) == 17)
  }

  @Test(
    "Whatever the columns and the width, slots stay in order, keep their gap and fill the width without crossing it")
  func property() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<2_000 {
      let columns = (0..<Int.random(in: 1...7, using: &random)).map { number in
        Column(
          "\(number)", least: .random(in: 1...20, using: &random), ideal: .random(in: 1...40, using: &random))
      }
      let width = Int.random(in: 0...160, using: &random)
      let gap = Int.random(in: 0...3, using: &random)
      let first = Int.random(in: 0..<columns.count, using: &random)
      let slots = ColumnLayout(columns, width: width, first: first, gap: gap).slots
      #expect(slots.map(\.index) == Array(first..<first + slots.count))
      for (left, right) in zip(slots, slots.dropFirst()) { #expect(right.column == left.column + left.width + gap) }
      for slot in slots.dropFirst() { #expect(slot.width >= columns[slot.index].least) }
      let last = try #require(slots.last)
      #expect(last.column + last.width == width)
    }
  }
}
