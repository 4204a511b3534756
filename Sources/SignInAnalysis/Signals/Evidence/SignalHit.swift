/// Something that a rule found. What it is worth is judged when it is shown.
struct SignalHit: Hashable, Sendable {
  let evidence: SignalEvidence
  /// The later sign-in.
  let row: FleetRow
  /// When it was.
  let ticks: Int64
  /// The run of its user at its address that it is part of; nil without an address key.
  let stay: Stay?
  /// 0 for none.
  let user: UInt32
  /// 0 for none.
  let address: UInt32
  let label: NetworkKind?

  init(
    _ evidence: SignalEvidence, row: FleetRow, ticks: Int64, stay: Stay?, user: UInt32, address: UInt32,
    label: NetworkKind?
  ) {
    self.evidence = evidence
    self.row = row
    self.ticks = ticks
    self.stay = stay
    (self.user, self.address, self.label) = (user, address, label)
  }

  init(_ evidence: SignalEvidence, at row: SignalRow) {
    self.init(
      evidence, row: row.row, ticks: row.ticks, stay: row.stay, user: row.user, address: row.address, label: row.label)
  }

  var hasStayed: Bool { stay?.hasStayed ?? false }
}

/// A sign-in as rules about users see it.
struct SignalRow: TimedSignIn {
  let row: FleetRow
  let ticks: Int64
  /// The number of its user key; 0 for none.
  var user: UInt32 = 0
  /// The number of its address key; 0 for none.
  var address: UInt32 = 0
  var place = SignalPlace.nowhere
  var label: NetworkKind?
  /// As in `SignInChunk.risks`.
  var risk: UInt8 = 0
  /// The run of its user at its address; nil without an address key.
  var stay: Stay?
  /// From when on its address, or its city, is usual for its user.
  var addressUsual: Int64?
  var cityUsual: Int64?

  var isRisky: Bool { risk == 1 }
  /// The server says that it is not.
  var isNotRisky: Bool { risk == 0 }
  /// Whether where it is listed says where its user is.
  var hasPlace: Bool { label?.hasPlace ?? true }

  func isAddressUsual(at ticks: Int64) -> Bool { addressUsual.map { $0 <= ticks } ?? false }
  func isCityUsual(at ticks: Int64) -> Bool { cityUsual.map { $0 <= ticks } ?? false }
}
