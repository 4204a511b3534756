import Elements
import SignInAnalysis
import Testing

@Suite struct SignInTableChangeTests {
  @Test("of sign-ins that come more than once in a page, the last counts")
  func repeats() {
    var table = SignInTable()
    let first = (0..<10_000).map { SignIn.sample(id: "id-\($0)") }
    _ = table.insert(contentsOf: first)
    let rows = table.insert(contentsOf: [
      .sample(id: "id-3", isRisk: true), .sample(id: "new", isRisk: false), .sample(id: "id-9999", isRisk: true),
      .sample(id: "id-3", isRisk: false), .sample(id: "new", isRisk: true), .sample(id: "id-9999", user: "Eve"),
    ])
    #expect(rows == [3, 10_000, 9_999, 3, 10_000, 9_999])
    #expect(table[3] == first[3])
    #expect(table[10_000].isRisk == true)
    #expect(table[9_999] == .sample(id: "id-9999", user: "Eve"))
    #expect(table.count == 10_001)
  }

  @Test("a row that turns risky does so in the table alone, not in what was taken from it before")
  func turnsRisky() {
    var table = SignInTable()
    _ = table.insert(contentsOf: (0..<9_000).map { .sample(id: "id-\($0)", isRisk: false) })
    let (copy, snapshot) = (table, table.snapshot())
    for row in [0, 4_095, 4_096, 8_999] { _ = table.insert(.sample(id: "id-\(row)", isRisk: true)) }
    func risky(_ chunks: [SignInChunk]) -> Int { chunks.reduce(0) { $0 + $1.risks.count { $0 == 1 } } }
    #expect(risky(table.snapshot().chunks) == 4)
    #expect(risky(snapshot.chunks) == 0)
    #expect(risky(copy.snapshot().chunks) == 0)
    #expect(copy[4_095].isRisk == false)
  }

  @Test("chunks in which nothing is different are not copied when sign-ins come again")
  func unchanged() {
    var table = SignInTable()
    let signIns = (0..<9_000).map { SignIn.sample(id: "id-\($0)", isRisk: false) }
    _ = table.insert(contentsOf: signIns)
    let before = table.snapshot().chunks
    _ = table.insert(contentsOf: signIns)
    #expect(table.snapshot().chunks[0] === before[0])
    _ = table.insert(.sample(id: "id-5000", isRisk: true))
    #expect(table.snapshot().chunks[0] === before[0])
    #expect(table.snapshot().chunks[1] !== before[1])
  }

  @Test("the number of a user, an address or a place means the same in every later snapshot")
  func numbersStay() {
    var draw = SignInDraw(seed: 9, ids: 30_000)
    var table = SignInTable()
    _ = table.insert(contentsOf: draw.signIns(2_000))
    let early = table.snapshot()
    _ = table.insert(contentsOf: draw.signIns(8_000))
    let late = table.snapshot()
    #expect(late.users.count > early.users.count)
    #expect((0..<UInt32(early.users.count)).allSatisfy { early.users[$0] == late.users[$0] })
    #expect((0..<UInt32(early.addresses.count)).allSatisfy { early.addresses[$0] == late.addresses[$0] })
    #expect((0..<UInt32(early.places.count)).allSatisfy { early.places[$0] == late.places[$0] })
    #expect(late.addresses[0] == nil)
  }

  @Test("an empty table has nothing but the address that is none")
  func empty() {
    var table = SignInTable()
    #expect(table.insert(contentsOf: []).isEmpty)
    let snapshot = table.snapshot()
    #expect(snapshot.count == 0)
    #expect(snapshot.chunks.isEmpty)
    #expect(snapshot.addresses.count == 1)
    #expect(table.row(of: "") == nil)
  }

  @Test("200,000 sign-ins from 40,000 addresses are found again")
  func many() {
    let signIns = (0..<200_000).map { number in
      SignIn(
        id: "\(10_000_000 + number)-0000-4000-8000-000000000000", loginTime: Timestamp(ticks: Int64(number)),
        userID: "u-\(number % 2_500)",
        userDisplayName: nil, userPrincipalName: nil, ip: "2001:db8::\(number % 40_000)", location: nil,
        country: "NG", city: nil, isRisk: number % 7 == 0)
    }
    var table = SignInTable()
    for start in stride(from: 0, to: signIns.count, by: 100) {
      _ = table.insert(contentsOf: Array(signIns[start..<start + 100]))
    }
    let snapshot = table.snapshot()
    #expect(snapshot.count == 200_000)
    #expect(snapshot.users.count == 2_500)
    #expect(snapshot.addresses.count == 40_001)
    #expect(snapshot.places.count == 1)
    let sampled = stride(from: 0, to: signIns.count, by: 7)
    #expect(sampled.allSatisfy { table.row(of: signIns[$0].id) == RowNumber($0) })
    #expect(sampled.allSatisfy { snapshot[RowNumber($0)] == signIns[$0] })
  }
}
