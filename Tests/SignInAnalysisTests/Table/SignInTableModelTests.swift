import Elements
import SignInAnalysis
import Testing

@Suite struct SignInTableModelTests {
  @Test(
    "a table does what a plain list does, whatever comes in and in whatever portions",
    arguments: 1...4 as ClosedRange<UInt64>)
  func model(seed: UInt64) {
    var draw = SignInDraw(seed: seed, ids: 7_000)
    var table = SignInTable()
    var model = SignInModel()
    while model.signIns.count < 5_000 {
      let page = draw.signIns(draw.number(0..<150))
      let expected = page.map { model.insert($0) }
      #expect((page.count % 2 == 0 ? table.insert(contentsOf: page) : page.map { table.insert($0) }) == expected)
    }
    #expect(table.count == model.signIns.count)
    #expect((0..<table.count).map { table[RowNumber($0)] }.exactly == model.signIns.exactly)
    #expect(model.signIns.map { table.row(of: $0.id) } == (0..<table.count).map { RowNumber($0) })
    #expect(table.row(of: "never put in") == nil)
  }

  @Test(
    "a snapshot shows what the table held when it was taken, whatever comes after",
    arguments: 1...2 as ClosedRange<UInt64>)
  func snapshots(seed: UInt64) {
    var draw = SignInDraw(seed: seed, ids: 7_000)
    var table = SignInTable()
    var model = SignInModel()
    var taken: [(SignInSnapshot, [SignIn])] = [(table.snapshot(), [])]
    for round in 1...150 {
      let page = draw.signIns(100)
      for signIn in page { _ = model.insert(signIn) }
      _ = table.insert(contentsOf: page)
      if round % 25 == 0 { taken.append((table.snapshot(), model.signIns)) }
    }
    #expect(table.count > SignInChunk.size)
    for (snapshot, signIns) in taken {
      #expect(snapshot.count == signIns.count)
      #expect((0..<snapshot.count).map { snapshot[RowNumber($0)] }.exactly == signIns.exactly)
    }
  }

  @Test("columns say the same as rows")
  func columns() {
    var draw = SignInDraw(seed: 5, ids: 20_000)
    var table = SignInTable()
    _ = table.insert(contentsOf: draw.signIns(10_000))
    let snapshot = table.snapshot()
    let sizes = snapshot.chunks.map(\.count)
    #expect(sizes.dropLast().allSatisfy { $0 == SignInChunk.size })
    #expect(sizes.reduce(0, +) == snapshot.count)
    #expect(sizes.count > 1)
    var row: RowNumber = 0
    for chunk in snapshot.chunks {
      for offset in 0..<chunk.count {
        #expect(snapshot.said(of: offset, in: chunk) == ExactSignIn(snapshot[row]))
        row += 1
      }
    }
  }
}

extension SignInSnapshot {
  /// One row as a reader of the columns puts it together, with the id from the row itself.
  fileprivate func said(of offset: Int, in chunk: SignInChunk) -> ExactSignIn? {
    guard let number = chunks.firstIndex(where: { $0 === chunk }) else { return nil }
    let user = users[chunk.users[offset]]
    let place = places[chunk.places[offset]]
    let time = chunk.times[offset]
    return ExactSignIn(
      SignIn(
        id: self[RowNumber(number * SignInChunk.size + offset)].id,
        loginTime: time == SignInChunk.noTime ? nil : Timestamp(ticks: time), userID: user.userID,
        userDisplayName: user.displayName, userPrincipalName: user.principalName,
        ip: addresses[chunk.addresses[offset]],
        location: place.location, country: place.country, city: place.city,
        isRisk: [false, true, nil][Int(chunk.risks[offset])]))
  }
}
