import Elements
import TerminalUI
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10)))
struct ViewSnapshots {
  /// Sign-ins around the world, over some days, some of them risky and some without a place or a time.
  private static let signIns: [SignIn] = (0..<240).map { number in
    let places: [(String, String, Double, Double)] = [
      ("NL", "Amsterdam", 52.37, 4.89), ("NL", "Rotterdam", 51.92, 4.48), ("NG", "Lagos", 6.45, 3.39),
      ("US", "Boston", 42.36, -71.06), ("US", "Seattle", 47.61, -122.33), ("BR", "São Paulo", -23.55, -46.63),
      ("FJ", "Suva", -18.14, 178.44), ("JP", "Tōkyō", 35.68, 139.69), ("AU", "Sydney", -33.87, 151.21),
      ("ZA", "Cape Town", -33.92, 18.42), ("IN", "Mumbai", 19.07, 72.88), ("DE", "Berlin", 52.52, 13.41),
    ]
    let place = places[(number * number / 5 + number) % places.count]
    let user = number * 7 % 13
    return SignIn(
      id: "v\(number)",
      loginTime: number % 60 == 59 ? nil : Timestamp(unixSeconds: 1_794_990_000 - Int64(number) * 1_111),
      userID: "user-\(user)", userDisplayName: "User \(user)", userPrincipalName: "user\(user)@contoso.onmicrosoft.com",
      ip: place.0 == "NG" ? "203.0.113.7" : "198.51.100.\(user)",
      location: number % 20 == 7 ? nil : Location(latitude: place.2, longitude: place.3),
      country: place.0, city: place.1, isRisk: place.0 == "NG")
  }

  private func session(_ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode) async -> Session {
    let session = await Session.inTenant(columns, rows, glyphs: glyphs) { $0.signIns = Self.signIns }
    session.type("G")
    await session.until("the first and the last page") { session.signIns?.coverage.loaded == 140 }
    return session
  }

  /// Opens a view by its line in the menu, counted from 0.
  private func open(_ line: Int, in session: Session, until isThere: () -> Bool) async {
    session.type("vg")
    session.press(Array(repeating: .down, count: line))
    session.press(.enter)
    await session.until("the view", isThere)
  }

  @Test(arguments: [(SnapshotName.tally80, 80, 24), (.tally120, 120, 40)])
  func `A tally has a line a value, with what it rests on above`(
    name: SnapshotName, columns: Int, rows: Int
  ) async throws {
    let session = await session(columns, rows)
    await open(2, in: session) { session.tally?.tally.count ?? 0 > 0 }
    try expectSnapshot(name, of: session)
  }

  @Test func `A tally by two fields has a line a pair, in ASCII too`() async throws {
    let session = await session(100, 24, glyphs: .ascii)
    await open(7, in: session) { session.tally?.tally.count ?? 0 > 0 }
    try expectSnapshot(.tallyPairs, of: session)
  }

  @Test(arguments: [
    (SnapshotName.hours80, 80, 24, Glyphs.unicode), (.hours120, 120, 40, .unicode), (.hoursASCII, 80, 24, .ascii),
    (.hoursSmall, 40, 8, .unicode),
  ])
  func `Days and hours, and in a window too small for them a table of days`(
    name: SnapshotName, columns: Int, rows: Int, glyphs: Glyphs
  ) async throws {
    let session = await session(columns, rows, glyphs: glyphs)
    await open(8, in: session) { session.hours?.grid.days.isEmpty == false }
    session.press(.down, .left)
    try expectSnapshot(name, of: session)
  }

  @Test(arguments: [
    (SnapshotName.map80, 80, 24, Glyphs.unicode), (.map120, 120, 40, .unicode), (.mapASCII, 80, 24, .ascii),
    (.mapSmall, 40, 8, .unicode),
  ])
  func `The map, and in a window too small for it a table of its places`(
    name: SnapshotName, columns: Int, rows: Int, glyphs: Glyphs
  ) async throws {
    let session = await session(columns, rows, glyphs: glyphs)
    await open(9, in: session) { session.map?.clusters.isEmpty == false }
    session.press(.down)
    try expectSnapshot(name, of: session)
  }

  @Test func `Enter looks closer at what stands together, until it is one place`() async throws {
    let session = await session(80, 24)
    await open(9, in: session) { session.map?.clusters.isEmpty == false }
    #expect(session.map?.selected?.places.count ?? 0 > 1)
    session.press(.enter)
    await session.until("what was together is apart") { session.map?.selected?.places.count == 1 }
    try expectSnapshot(.mapCloser, of: session)
    session.press(.enter)
    #expect(session.signIns?.filterText == "city:Rotterdam country:NL")
  }

  @Test func `The menu offers the list first, and tenants only where there are many`() async throws {
    let session = await session(80, 24)
    session.type("v")
    #expect(!session.text.contains("tally by tenant"))
    try expectSnapshot(.viewMenu, of: session)
    session.press(.escape)
    session.type("2v")
    #expect(session.text.contains("tally by tenant"))
  }

  @Test(arguments: [(1, 1), (2, 5), (9, 3), (20, 4), (59, 12), (60, 11), (60, 12), (61, 13), (300, 90)])
  func `Views are whole in windows of any size`(columns: Int, rows: Int) async {
    for line in [1, 7, 8, 9] {
      let session = await session(80, 24)
      await open(line, in: session) {
        session.tally?.tally.count ?? 0 > 0 || session.hours?.grid.days.isEmpty == false
          || session.map?.clusters.isEmpty == false
      }
      session.resize(columns, rows)
      session.press(.down, .right, .end, .pageUp)
      session.expectSoundFrame(session.look())
    }
  }
}

extension Session {
  fileprivate var tally: TallyModel? { if case .tally(let model) = model.navigator.ground { model } else { nil } }
  fileprivate var hours: HoursModel? { if case .hours(let model) = model.navigator.ground { model } else { nil } }
  fileprivate var map: MapModel? { if case .map(let model) = model.navigator.ground { model } else { nil } }
}
