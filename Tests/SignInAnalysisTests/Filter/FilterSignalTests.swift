import Elements
import Randomness
import SignInAnalysis
import Testing

/// Terms about signals and labelled networks.
struct FilterSignalTests {
  /// One user in two countries, then at the office, then quiet there.
  private func found(_ text: String, _ world: inout SignalWorld, networks: LabelledNetworks = LabelledNetworks()) throws
    -> [String]
  {
    var matcher = FleetMatcher(try filter(text), signals: world.table(), networks: networks)
    let snapshot = world.snapshot
    let rows = (0..<RowNumber(snapshot[0]?.count ?? 0)).map { FleetRow(tenant: 0, row: $0) }
    return matcher.matches(among: rows[...], in: snapshot).compactMap { snapshot[$0]?.id }
  }

  private var travel: SignalWorld {
    SignalWorld([
      .made("nl", minute: 0, ip: "192.0.2.1", country: "NL", city: "Amsterdam", at: (52.37, 4.9)),
      .made("ng", minute: 123, ip: "203.0.113.7", country: "NG", city: "Lagos", at: (6.52, 3.38), isRisk: true),
      .made("ng2", minute: 163, ip: "203.0.113.7", country: "NG", city: "Lagos", at: (6.52, 3.38)),
    ])
  }

  @Test func `A signal's name, or its beginning, finds the sign-ins that it belongs to`() throws {
    var world = travel
    #expect(try found("signal:travel", &world) == ["ng"])
    #expect(try found("signal:trav", &world) == ["ng"])
    #expect(try found("signal:late-risk,travel", &world) == ["ng"])
    #expect(try found("signal:late-risk", &world) == [])
    #expect(try found("-signal:travel", &world) == ["nl", "ng2"])
  }

  @Test func `A severity finds signals of that severity, and is:stayed what is part of a stay`() throws {
    var world = travel
    let signals = world.signals().filter { !$0.value.isQuiet }
    for severity in SignalSeverity.allCases {
      let expected = Set(signals.filter { $0.value.severity == severity }.map(\.key.id))
      #expect(Set(try found("severity:\(severity.name)", &world)) == expected)
    }
    #expect(signals.contains { $0.key.id == "ng" && $0.value.severity > .low })
    #expect(try found("is:stayed", &world) == ["ng", "ng2"])
    #expect(try found("signal:travel is:stayed", &world) == ["ng"])
  }

  @Test func `Without signals no row has one`() throws {
    #expect(try !holds("signal:travel", .row("1")) && !holds("is:stayed", .row("1")))
    #expect(try holds("-is:quiet", .row("1")))
  }

  @Test func `A labelled network is found by its kind and by its name`() throws {
    let networks = try LabelledNetworks(csv: "203.0.113.0/24,vpn,Oslo exit\n192.0.2.0/24,office,Head office")
    var world = travel
    #expect(try found("net:vpn", &world, networks: networks) == ["ng", "ng2"])
    #expect(try found("net:oslo", &world, networks: networks) == ["ng", "ng2"])
    #expect(try found("net:office", &world, networks: networks) == ["nl"], "the kind, not the name")
    #expect(try found("-net:vpn", &world, networks: networks) == ["nl"])
    #expect(try found("net:vpn", &world) == [])
  }

  @Test func `What is no name says which there are`() {
    #expect(complaint(about: "signal:xyz")?.part == "xyz")
    #expect(complaint(about: "severity:worst")?.message.contains("high, medium or low") == true)
    #expect(complaint(about: "is:calm")?.message.contains("quiet") == true)
    #expect(complaint(about: "signal:travel", of: .addresses) != nil)
  }

  /// The model reads verdicts one by one and shares nothing with the matcher.
  @Test func `Random terms hold for those rows for which their meanings do`() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<30 {
      var world = RandomSignIns.worldOf(RandomSignIns.rows(&random))
      let (table, snapshot) = (world.table(), world.snapshot)
      let rows = snapshot.tenants.sorted().flatMap { tenant in
        (0..<RowNumber(snapshot[tenant]?.count ?? 0)).map { FleetRow(tenant: tenant, row: $0) }
      }
      for _ in 0..<20 {
        let terms = (0..<Int.random(in: 1...3, using: &random)).map { _ in SignalTerm.random(&random) }
        let countsQuiet = terms.contains { $0.text == "is:quiet" }
        var matcher = FleetMatcher(try filter(terms.map(\.text).joined(separator: " ")), signals: table)
        let found = matcher.matches(among: rows[...], in: snapshot)
        let expected = rows.filter { row in
          terms.allSatisfy { $0.holds(of: table[row], hasStayed: table.hasStayed(row), countsQuiet: countsQuiet) }
        }
        #expect(found == expected, "\(terms)")
      }
    }
  }
}

/// A term with its meaning.
private struct SignalTerm {
  let text: String
  private let isNegated: Bool
  private let plain: (Signal) -> Bool
  private let kind: Kind

  private enum Kind { case counting, quiet, stayed }

  static func random(_ random: inout SplitMix) -> SignalTerm {
    let isNegated = random.chance(30)
    let sign = isNegated ? "-" : ""
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return SignalTerm(text: "\(sign)is:quiet", isNegated: isNegated, plain: \.isQuiet, kind: .quiet)
    case 1: return SignalTerm(text: "\(sign)is:stayed", isNegated: isNegated, plain: { _ in true }, kind: .stayed)
    case 2:
      let severity = SignalSeverity.allCases.randomElement(using: &random) ?? .low
      return SignalTerm(
        text: "\(sign)severity:\(severity.name)", isNegated: isNegated, plain: { $0.severity == severity },
        kind: .counting)
    default:
      let rule = SignalRule.allCases.randomElement(using: &random) ?? .travel
      return SignalTerm(
        text: "\(sign)signal:\(rule.rawValue)", isNegated: isNegated, plain: { $0.rule == rule }, kind: .counting)
    }
  }

  func holds(of signals: [Signal], hasStayed: Bool, countsQuiet: Bool) -> Bool {
    let isSo =
      switch kind {
      case .stayed: hasStayed
      case .quiet: signals.contains(where: plain)
      case .counting: signals.contains { plain($0) && (!$0.isQuiet || countsQuiet) }
      }
    return isSo != isNegated
  }
}
