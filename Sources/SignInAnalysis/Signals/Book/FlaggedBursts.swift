/// Bursts of many users of a tenant at one address, risky sign-ins among them: each of these users was touched by the
/// same hand, so that one sign-in tells as much as all.
///
/// Of the signals that rest on nothing but the flag of such a sign-in, none counts beside a burst that is medium
/// itself, and only the earliest beside one that is low, since too little is read to tell whether its address is new.
/// The others are low.
struct FlaggedBursts {
  private struct Burst {
    let span: ClosedRange<Int64>
    let users: Int
    let isTold: Bool
    /// Where signals stand that rest on a flag of it, and when they were.
    var touches: [(place: Int, ticks: Int64)] = []
  }

  private var bursts: [UInt32: [Burst]] = [:]

  init(_ hits: some Sequence<SignalHit>, _ settings: SignalSettings, in standing: TenantStanding) {
    for hit in hits {
      guard case .sharedAddress(let burst) = hit.evidence, burst.risky > 0,
        let verdict = settings.verdict(on: hit, in: standing), verdict.quiet == nil
      else { continue }
      let span = burst.start...(burst.start + burst.span)
      bursts[hit.address, default: []].append(
        Burst(span: span, users: burst.users, isTold: verdict.severity >= .medium))
    }
  }

  /// Notes a signal that rests on a flag alone.
  /// - Parameter place: where it stands among all.
  mutating func note(_ signal: Signal, of hit: SignalHit, at place: Int) {
    guard signal.severity > .low, !signal.isQuiet, var own = bursts[hit.address],
      let index = own.firstIndex(where: { $0.span.contains(hit.ticks) })
    else { return }
    own[index].touches.append((place, hit.ticks))
    bursts[hit.address] = own
  }

  /// Lowers what was noted and tells nothing more.
  func lower(_ signals: inout [Signal]) {
    for burst in bursts.values.joined() {
      // Sign-ins at one time are told alike, whichever was read first.
      let told = burst.isTold ? nil : burst.touches.map(\.ticks).min()
      for touch in burst.touches where touch.ticks != told {
        signals[touch.place] = signals[touch.place].lowered(since: .sharedAddress(users: burst.users))
      }
    }
  }
}
