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

  func confirm(_ judged: JudgedHit) -> Signal {
    let subject = Subject(row: judged.hit.row, rule: judged.signal.rule)
    guard let others = rules[subject] else { return judged.signal }
    return judged.signal.confirmed(by: others.sorted { $0.rawValue < $1.rawValue })
  }

  /// What signals have in common: a user of a tenant, or an address.
  private enum Common: Hashable {
    case user(UInt32, TenantNumber)
    case address(UInt32)
  }

  /// - Parameter judged: hits that take part.
  static func byTenant(_ judged: [TenantNumber: [JudgedHit]]) -> [TenantNumber: Confirmations] {
    var groups: [Common: [JudgedHit]] = [:]
    for judged in judged.values.joined() {
      let hit = judged.hit
      if hit.user != 0 { groups[.user(hit.user, hit.row.tenant), default: []].append(judged) }
      if hit.address != 0 { groups[.address(hit.address), default: []].append(judged) }
    }
    var confirmations: [TenantNumber: Confirmations] = [:]
    for group in groups.values where group.count > 1 { pair(group, &confirmations) }
    return confirmations
  }

  static func takesPart(_ judged: JudgedHit) -> Bool {
    let signal = judged.signal
    return signal.severity >= .medium && !signal.isQuiet && signal.rule.family != nil && !judged.restsOnFlag
      && !signal.doubts.contains(.baselineUnknown)
  }

  private static func pair(_ group: [JudgedHit], _ confirmations: inout [TenantNumber: Confirmations]) {
    let group = group.sorted { $0.hit.ticks < $1.hit.ticks }
    for (index, judged) in group.enumerated() {
      for other in group[(index + 1)...] {
        guard other.hit.ticks - judged.hit.ticks <= within else { break }
        guard other.signal.rule.family != judged.signal.rule.family else { continue }
        note(other, confirms: judged, &confirmations)
        note(judged, confirms: other, &confirmations)
      }
    }
  }

  private static func note(
    _ other: JudgedHit, confirms judged: JudgedHit, _ confirmations: inout [TenantNumber: Confirmations]
  ) {
    let subject = Subject(row: judged.hit.row, rule: judged.signal.rule)
    confirmations[judged.hit.row.tenant, default: Confirmations()].rules[subject, default: []].insert(other.signal.rule)
  }
}
