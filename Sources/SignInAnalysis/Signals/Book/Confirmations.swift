/// Which medium signals of a tenant those of another family confirm: on one user, or at one address over all tenants,
/// within 24 h. They are high together.
///
/// Quiet signals take no part, nor do those that could not be checked or rest on a flag alone: many users tried by one
/// flagged address would else be as many high signals.
struct Confirmations: Equatable, Sendable {
  private static let within = 24 * SignalTime.hour

  /// The rules of the others, by the signal that they confirm.
  private var rules: [Subject: Set<SignalRule>] = [:]

  private struct Subject: Hashable, Sendable {
    let row: FleetRow
    let rule: SignalRule
  }

  /// Raises those signals of the tenant that are confirmed.
  func confirm(_ signals: inout [Signal]) {
    for index in signals.indices {
      guard let row = signals[index].row, let others = rules[Subject(row: row, rule: signals[index].rule)] else {
        continue
      }
      signals[index] = signals[index].confirmed(by: others.sorted { $0.rawValue < $1.rawValue })
    }
  }

  /// What signals have in common: a user of a tenant, or an address.
  private enum Common: Hashable {
    case user(UInt32, TenantNumber)
    case address(UInt32)
  }

  static func byTenant(_ confirming: [TenantNumber: [ConfirmingSignal]]) -> [TenantNumber: Confirmations] {
    var groups: [Common: [ConfirmingSignal]] = [:]
    for signal in confirming.values.joined() {
      if signal.user != 0 { groups[.user(signal.user, signal.row.tenant), default: []].append(signal) }
      if signal.address != 0 { groups[.address(signal.address), default: []].append(signal) }
    }
    var confirmations: [TenantNumber: Confirmations] = [:]
    for group in groups.values where group.count > 1 { pair(group, &confirmations) }
    return confirmations
  }

  private static func pair(_ group: [ConfirmingSignal], _ confirmations: inout [TenantNumber: Confirmations]) {
    guard group.contains(where: { $0.rule.family != group[0].rule.family }) else { return }
    let group = group.sorted { $0.ticks < $1.ticks }
    for (index, signal) in group.enumerated() {
      for other in group[(index + 1)...] {
        guard other.ticks - signal.ticks <= within else { break }
        guard other.rule.family != signal.rule.family else { continue }
        note(other, confirms: signal, &confirmations)
        note(signal, confirms: other, &confirmations)
      }
    }
  }

  private static func note(
    _ other: ConfirmingSignal, confirms signal: ConfirmingSignal,
    _ confirmations: inout [TenantNumber: Confirmations]
  ) {
    let subject = Subject(row: signal.row, rule: signal.rule)
    confirmations[signal.row.tenant, default: Confirmations()].rules[subject, default: []].insert(other.rule)
  }
}

/// What of a signal tells whether it confirms others: 32 bytes.
struct ConfirmingSignal: Sendable {
  let row: FleetRow
  let ticks: Int64
  /// 0 for none.
  let user: UInt32
  /// 0 for none.
  let address: UInt32
  let rule: SignalRule

  /// Nil for one that takes no part.
  init?(_ signal: Signal, _ hit: SignalHit, restsOnFlag: Bool) {
    guard !restsOnFlag, signal.severity >= .medium, !signal.isQuiet, signal.rule.family != nil,
      !signal.doubts.contains(.baselineUnknown)
    else { return nil }
    (row, ticks, user, address, rule) = (hit.row, hit.ticks, hit.user, hit.address, signal.rule)
  }
}
