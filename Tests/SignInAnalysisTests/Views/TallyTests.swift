import Elements
import Randomness
import SignInAnalysis
import Testing

struct TallyTests {
  private static let kinds: [[TallyField]] =
    TallyField.allCases.map { [$0] } + [[.address, .user], [.country, .hour], [.user, .tenant]]

  private func rows(_ tally: Tally) -> [TallyRow] { (0..<tally.count).compactMap { tally[$0] } }

  private func entries(_ tally: Tally) -> [[String]: TallyModel.Entry] {
    let pairs = rows(tally).map { row in
      let figures = row.figures
      return (
        row.values.map(TallyModel.text),
        TallyModel.Entry(
          signIns: figures.signIns, risky: figures.risky, users: figures.users, stayed: figures.stayed,
          first: figures.first, last: figures.last)
      )
    }
    return Dictionary(pairs) { first, _ in first }
  }

  @Test(arguments: kinds, 0..<4)
  func `A tally is what one would count by hand, of rows and of pages alike`(fields: [TallyField], seed: UInt64) {
    var draw = ViewDraw(seed: seed)
    let tenants = (0..<3).map { _ in draw.signIns(150) }
    let zone = FilterZone(name: "five") { _ in 5 * 3_600 }
    let (snapshot, rows) = FleetSnapshot.made(of: tenants, shuffledBy: &draw.random)
    let all = tenants.enumerated().flatMap { tenant, signIns in signIns.map { ($0, tenant) } }
    let model = TallyModel(all, by: fields, hoursEast: 5)

    var book = TallyBook(by: fields[0], and: fields.dropFirst().first, zone: zone)
    book.count(rows, in: snapshot)
    let tally = book.tally(in: snapshot)
    #expect(entries(tally) == model.entries)
    #expect(tally.count == model.entries.count)

    var pages = TallyBook(by: fields[0], and: fields.dropFirst().first, zone: zone)
    for (tenant, signIns) in tenants.enumerated() {
      for start in stride(from: 0, to: signIns.count, by: 40) {
        pages.count(Array(signIns[start..<min(start + 40, signIns.count)]), of: TenantNumber(tenant))
      }
    }
    #expect(entries(pages.tally()) == model.entries)
  }

  @Test(arguments: kinds, 0..<2)
  func `The order does not depend on the order of the rows, and ties stand by their values`(
    fields: [TallyField], seed: UInt64
  ) {
    var draw = ViewDraw(seed: seed)
    let tenants = (0..<2).map { _ in draw.signIns(60) }
    let orders = (0..<3).map { _ in
      let (snapshot, rows) = FleetSnapshot.made(of: tenants, shuffledBy: &draw.random)
      var book = TallyBook(by: fields[0], and: fields.dropFirst().first)
      book.count(rows, in: snapshot)
      return self.rows(book.tally(in: snapshot)).map { $0.values.map(TallyModel.text) }
    }
    #expect(orders[0] == orders[1] && orders[1] == orders[2])
  }

  @Test(arguments: TallyColumn.allCases, [true, false])
  func `Each column sorts, what is missing last in either direction`(column: TallyColumn, isDescending: Bool) {
    var draw = ViewDraw(seed: 9)
    let (snapshot, rows) = FleetSnapshot.made(of: [draw.signIns(80)], shuffledBy: &draw.random)
    var book = TallyBook(by: .address)
    book.count(rows, in: snapshot)
    let sorted = self.rows(book.tally(TallyOrder(column, isDescending: isDescending), in: snapshot)).map(\.figures)
    let numbers = sorted.map { figures -> Int64? in
      switch column {
      case .value: 0
      case .signIns: Int64(figures.signIns)
      case .users: Int64(figures.users)
      case .risky: Int64(figures.risky)
      case .stayed: Int64(figures.stayed)
      case .first: figures.first?.ticks
      case .last: figures.last?.ticks
      }
    }
    let known = numbers.compactMap { $0 }
    #expect(known == known.sorted { isDescending ? $0 > $1 : $0 < $1 })
    #expect(numbers.prefix(known.count).allSatisfy { $0 != nil })
  }

  @Test func `Addresses that are as frequent stand by number, and none at the end`() {
    let texts = ["203.0.113.9", "203.0.113.10", "9.0.0.1", "2001:db8::1", nil, "203.0.113.XXX", "gone"]
    var book = TallyBook(by: .address)
    book.count(texts.enumerated().map { .row("\($0)", ip: $1) }, of: 0)
    let values = rows(book.tally()).map { TallyModel.text($0.values[0]) }
    #expect(values == ["9.0.0.1", "203.0.113.9", "203.0.113.10", "203.0.113.XXX", "2001:db8::1", "gone", "-"])
  }

  @Test func `A user is who has the id, called by the principal name, and by which is told where there are several`() {
    var book = TallyBook(by: .user)
    book.count(
      [
        .row("1", name: "CEO", userID: "7"), .row("2", name: "Bob", upn: "bob@x.com", userID: "7"),
        .row("3", name: "Bob", upn: "BOB@x.com", userID: "7"), .row("4", name: "Ann", upn: "ann@x.com", userID: "8"),
        .row("5", name: "Ann", upn: "ann@old.com", userID: "8"), .row("6", name: "Svc"),
      ], of: 0)
    let users = rows(book.tally()).compactMap { row -> TallyUser? in
      if case .user(let user) = row.values[0] { user } else { nil }
    }
    #expect(users.map(\.name) == ["BOB@x.com", "ann@old.com", "Svc"])
    #expect(users.map(\.hasOtherNames) == [false, true, false])
  }

  @Test func `No rows make an empty tally`() {
    #expect(TallyBook(by: .country).tally().count == 0 && Tally()[0] == nil)
    #expect(TallyBook(by: .country).tally(in: FleetSnapshot([:])).count == 0)
  }

  @Test func `A name that is asked for as a filter holds for the rows that were counted`() throws {
    var draw = ViewDraw(seed: 3)
    let signIns = draw.signIns(200)
    var book = TallyBook(by: .network)
    book.count(signIns, of: 0)
    for row in rows(book.tally()) {
      guard case .network(let text) = row.values[0] else { continue }
      let filter = try Filter(parsing: "ip:\(text)", in: FilterContext(now: .earliest))
      var matcher = FilterMatcher(filter)
      #expect(signIns.count { $0.ip?.contains("X") == false && matcher.holds($0) } == row.figures.signIns)
    }
  }
}
