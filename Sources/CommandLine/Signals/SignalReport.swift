import Elements
import Reports
import SignInAnalysis
import SignInStore
import ViewModels

/// How sign-ins are judged, and which of them are written.
public struct SignalReport: Sendable {
  /// How much further back is read than written, so that rules know what is usual: as much as most of them ask for.
  private static let baseline: Int64 = 14 * 86_400

  /// The sign-ins that are written; nil for all.
  let filter: Filter?
  /// Of these only the risky ones.
  let isRiskyOnly: Bool
  let limit: Int?
  let now: Timestamp

  public init(filter: Filter?, isRiskyOnly: Bool, limit: Int?, now: Timestamp) {
    self.filter = filter
    self.isRiskyOnly = isRiskyOnly
    self.limit = limit
    self.now = now
  }

  /// What has to be read of each list for it: the sign-ins that are not risky say what is usual.
  public func selection(isOfAllTenants: Bool, isExhaustive: Bool) throws(Ending) -> SignInSelection {
    let since = filter?.since.flatMap { Timestamp(unixSeconds: $0.unixSeconds - Self.baseline) }
    return SignInSelection(
      isOfAllTenants: isOfAllTenants,
      filter: try Filter.ofSignIns(nil, since: since?.iso8601, .signInsOfAllTenants), isExhaustive: isExhaustive)
  }
}

extension SignInCollection {
  /// Writes sign-ins with their signals, newest first.
  public func writeJudged(
    _ report: SignalReport, _ signals: SignalPreferences, into sink: inout ReportSink<JudgedSignInRecord>
  ) throws(Ending) {
    let snapshot = snapshot
    var book = SignalBook(settings: signals.settings, networks: signals.networks)
    book.take(SignalUpdate(snapshot: snapshot, coverage: coverage(in: snapshot), customers: customers))
    let table = book.table(now: report.now)
    var matcher = report.filter.map { FleetMatcher($0, tenants: texts, signals: table, networks: signals.networks) }
    let names = texts
    let words = SignalWords(snapshot, networks: signals.networks) {
      names[$0]?.tenant ?? ""
    } time: {
      $0.iso8601
    }
    let order = SignInOrder(column: .time, isDescending: true)
    let rows = (order.sorted(rows, in: snapshot) ?? []).lazy
      .filter { row in
        guard !report.isRiskyOnly || snapshot[row]?.isRisk == true else { return false }
        return matcher?.holds(row, in: snapshot) ?? true
      }
      .prefix(report.limit ?? .max)
    var pending: [JudgedSignInRecord] = []
    for row in rows {
      guard let signIn = snapshot[row] else { continue }
      let record = JudgedSignInRecord(
        SignInRecord(signIn, in: RecordOrigin(tenant(row.tenant))),
        signals: table[row].map { ReportedSignal($0, in: words) })
      pending += sink.isOfEvents ? record.events : [record]
      guard pending.count >= SignInMerge.mostWritten else { continue }
      try sink.write(pending)
      pending = []
    }
    try sink.write(pending)
  }

  /// Of tenants whose lists were read newest first and without a doubt, back to the oldest row.
  private func coverage(in snapshot: FleetSnapshot) -> [TenantNumber: SignalCoverage] {
    var coverage: [TenantNumber: SignalCoverage] = [:]
    for tenant in snapshot.tenants where isProven(tenant) {
      let times = snapshot[tenant]?.chunks.flatMap { $0.times.filter { $0 != SignInChunk.noTime } } ?? []
      coverage[tenant] = SignalCoverage(since: times.min())
    }
    return coverage
  }
}
