import Elements
import SignInAnalysis
import Testing

@Suite struct SignInTableTests {
  @Test("a sign-in is found again under the row that it was given")
  func findsAgain() {
    var table = SignInTable()
    let signIns = (0..<1_000).map { SignIn.sample(id: "id-\($0)", user: "User \($0)") }
    let rows = signIns.map { table.insert($0) }
    #expect(table.count == 1_000)
    #expect(rows.map { table[$0] } == signIns)
  }

  @Test("rows are numbered in the order in which sign-ins were first seen")
  func order() {
    var table = SignInTable()
    #expect(table.count == 0)
    #expect(["c", "a", "c", "b"].map { table.insert(.sample(id: $0)) } == [0, 1, 0, 2])
    #expect(table.count == 3)
  }

  @Test("a sign-in that comes again keeps its row and brings what is new of it")
  func comesAgain() {
    var table = SignInTable()
    _ = table.insert(.sample(id: "first"))
    let row = table.insert(.sample(id: "second", isRisk: false))
    #expect(table.insert(.sample(id: "second", isRisk: true)) == row)
    #expect(table[row].isRisk == true)
    #expect(table[0] == .sample(id: "first"))
    #expect(table.count == 2)
  }

  @Test("ids that differ in case alone are two sign-ins")
  func exactIDs() {
    var table = SignInTable()
    #expect(table.insert(.sample(id: "ab")) != table.insert(.sample(id: "AB")))
  }

  @Test("a copy stays as it was when more comes in")
  func snapshots() {
    var table = SignInTable()
    let row = table.insert(.sample(id: "a", isRisk: false))
    let snapshot = table
    _ = table.insert(.sample(id: "a", isRisk: true))
    _ = table.insert(.sample(id: "b"))
    #expect(snapshot.count == 1)
    #expect(snapshot[row].isRisk == false)
  }
}
