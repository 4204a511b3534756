import SignInAnalysis
import Testing

@Suite struct IDIndexTests {
  @Test
  func `ids are numbered in the order in which they first came`() {
    var index = IDIndex()
    let numbered = ["b", "a", "b", SignInDraw.guid(1), "", "a"].map { index.number(of: $0) }
    #expect(numbered.map(\.number) == [0, 1, 0, 2, 3, 1])
    #expect(numbered.map(\.isNew) == [true, true, false, true, true, false])
    #expect(index.count == 4)
  }

  @Test
  func `asking for a known number adds nothing`() {
    var index = IDIndex()
    _ = index.number(of: "a")
    #expect(index.knownNumber(of: "a") == 0)
    #expect(index.knownNumber(of: "A") == nil)
    #expect(index.count == 1)
  }

  @Test
  func `a copy does not learn what the original learns later`() {
    var index = IDIndex()
    _ = index.number(of: "a")
    let copy = index
    _ = index.number(of: "b")
    #expect(copy.count == 1)
    #expect(copy.knownNumber(of: "b") == nil)
  }

  @Test
  func `100,000 ids keep their numbers while the index grows`() {
    var index = IDIndex()
    for number in 0..<100_000 { _ = index.number(of: SignInDraw.guid(number)) }
    #expect(index.count == 100_000)
    #expect((0..<100_000).allSatisfy { index.knownNumber(of: SignInDraw.guid($0)) == RowNumber($0) })
    #expect((100_000..<110_000).allSatisfy { index.knownNumber(of: SignInDraw.guid($0)) == nil })
  }
}
