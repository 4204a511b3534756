import Elements
import SignInAnalysis

/// What speaks for trouble and against at one sign-in, and what was read around it, line by line.
public struct SignInEvidence: Sendable {
  /// A sign-in that the lines name, which can be gone to.
  public struct Named: Hashable, Sendable {
    public let row: FleetRow
    /// Place, time, address and risk; foreign text.
    public let text: String
    public let isRisky: Bool
  }

  /// All texts may be foreign.
  public enum Line: Hashable, Sendable {
    case heading(String)
    case signal(String, SignalSeverity, isQuiet: Bool)
    case fact(String)
    case quiet(String)
    /// Counted from 0 in `named`, with what it is to the one looked at.
    case named(Int, String)
    case lanes(SignInLanes)
  }

  public let row: FleetRow
  public private(set) var lines: [Line] = []
  public private(set) var named: [Named] = []
  /// What the lines were made of.
  let signals: [Signal]

  /// Searches all that was read: not for the main actor.
  init(_ material: EvidenceMaterial) {
    row = material.row
    signals = material.signals
    let surroundings = SignInSurroundings(of: row, in: material.snapshot, coverage: material.coverage)
    add(signals, material)
    guard let surroundings else { return }
    addLanes(surroundings, material)
    addFamiliar(surroundings, material)
    addElsewhere(surroundings, material)
    add("Not known", NotToldOfSignIns.words.map(Line.fact))
  }

  // MARK: Signals

  /// Sign-ins that are named of a signal; an address can have thousands.
  private static let mostNamed = 8

  private mutating func add(_ signals: [Signal], _ material: EvidenceMaterial) {
    lines.append(.heading("Signals"))
    if signals.isEmpty { lines.append(.quiet("none in what is read so far")) }
    for signal in signals {
      let words = material.words.lines(signal)
      lines.append(.signal(words.first ?? "", signal.severity, isQuiet: signal.isQuiet))
      lines += words.dropFirst().map(signal.isQuiet ? Line.quiet : Line.fact)
      let others = signal.evidence.otherRows
      for row in others.prefix(Self.mostNamed) { name(row, as: material.role(of: row), material) }
      let rest = others.count - Self.mostNamed
      if rest > 0 { lines.append(.quiet("and with \(rest.counted("more sign-in"))")) }
    }
  }

  // MARK: Around it

  private mutating func addLanes(_ surroundings: SignInSurroundings, _ material: EvidenceMaterial) {
    lines.append(
      .heading("This user, \(SignInLanes.hoursBefore) h before to \(SignInLanes.hoursAfter) h after, as far as read"))
    guard let lanes = surroundings.lanes else {
      lines.append(.quiet("without a user or a time nothing can be said"))
      return
    }
    lines.append(.lanes(lanes))
    if let before = surroundings.before { name(before, as: "before", material) }
    if let after = surroundings.after { name(after, as: "after", material) }
  }

  private mutating func addFamiliar(_ surroundings: SignInSurroundings, _ material: EvidenceMaterial) {
    guard !surroundings.familiar.isEmpty else { return }
    add("For this user", surroundings.familiar.map { .fact($0.words(time: material.words(of:))) })
  }

  private mutating func addElsewhere(_ surroundings: SignInSurroundings, _ material: EvidenceMaterial) {
    lines.append(.heading("In other tenants"))
    add(surroundings.addressElsewhere, of: "address", surroundings, material)
    add(surroundings.userElsewhere, of: "user", surroundings, material)
  }

  /// Tenants that are named of an address or a user.
  private static let mostTenants = 8

  private mutating func add(
    _ elsewhere: [SignInElsewhere], of subject: String, _ surroundings: SignInSurroundings, _ material: EvidenceMaterial
  ) {
    guard !elsewhere.isEmpty else {
      let others = surroundings.otherTenants
      let reach = "not in what is read of \(others.counted("other tenant"))"
      lines.append(.quiet("this \(subject): \(others > 0 ? reach : "nothing is read of other tenants")"))
      return
    }
    lines.append(.fact("this \(subject): seen in \(elsewhere.count.counted("other tenant"))"))
    for other in elsewhere.prefix(Self.mostTenants) {
      let counts = "\(other.count.counted("sign-in")), \(other.risky.grouped) risky"
      name(other.newest, as: "\(material.tenantName(other.tenant)): \(counts), newest", material)
    }
    let rest = elsewhere.count - Self.mostTenants
    if rest > 0 { lines.append(.quiet("and in \(rest.counted("more tenant"))")) }
  }

  private mutating func add(_ heading: String, _ facts: [Line]) {
    lines.append(.heading(heading))
    lines += facts
  }

  private mutating func name(_ row: FleetRow, as role: String, _ material: EvidenceMaterial) {
    guard let signIn = material.snapshot[row] else { return }
    if let known = named.firstIndex(where: { $0.row == row }) {
      lines.append(.named(known, role))
      return
    }
    named.append(Named(row: row, text: material.text(of: signIn), isRisky: signIn.isRisk == true))
    lines.append(.named(named.count - 1, role))
  }
}
