import Elements
import SignInAnalysis
import SignInStore

/// Turns rows into sign-ins and hands them to a sink, a batch at a time, away from the main actor.
actor ExportWork {
  /// Sign-ins that are handed over at once; no more are ever in memory.
  static let batch = 1_000

  private let sink: ExportSink
  private var matcher: FleetMatcher?
  private let order: SignInOrder?
  private var identities: [TenantNumber: TenantIdentity] = [:]
  private let identify: @MainActor (Set<TenantNumber>) -> [TenantNumber: TenantIdentity]
  /// Told how many were written.
  private let onProgress: @MainActor (Int) -> Void
  private(set) var written = 0

  init(
    _ sink: ExportSink, narrowing: Narrowing, texts: [TenantNumber: TenantTexts], signals: SignalTable,
    networks: LabelledNetworks,
    identify: @escaping @MainActor (Set<TenantNumber>) -> [TenantNumber: TenantIdentity],
    onProgress: @escaping @MainActor (Int) -> Void
  ) {
    self.sink = sink
    matcher = narrowing.filter.map { FleetMatcher($0, tenants: texts, signals: signals, networks: networks) }
    order = narrowing.order
    self.identify = identify
    self.onProgress = onProgress
  }

  /// Writes those of the rows that the filter leaves, until the task is cancelled.
  func write(_ rows: [FleetRow], in snapshot: FleetSnapshot) async throws(ExportFailure) {
    try await writeMatches(matcher?.matches(among: rows[...], in: snapshot) { Task.isCancelled } ?? rows, in: snapshot)
  }

  /// Writes those that the filter leaves, in the order.
  func writeInOrder(_ loaded: LoadedRows, in snapshot: FleetSnapshot) async throws(ExportFailure) {
    let rows = loaded.all()
    let matches = matcher?.matches(among: rows[...], in: snapshot) { Task.isCancelled } ?? rows
    let sorted = order.map { $0.sorted(matches, in: snapshot) { Task.isCancelled } ?? [] } ?? matches
    try await writeMatches(sorted, in: snapshot)
  }

  private func writeMatches(_ rows: [FleetRow], in snapshot: FleetSnapshot) async throws(ExportFailure) {
    var start = 0
    while start < rows.count, !Task.isCancelled {
      let end = min(rows.count, start + Self.batch)
      let signIns = await signIns(rows[start..<end], in: snapshot)
      try await sink.write(signIns)
      written += signIns.count
      await onProgress(written)
      start = end
    }
  }

  private func signIns(_ rows: ArraySlice<FleetRow>, in snapshot: FleetSnapshot) async -> [ExportedSignIn] {
    let unknown = Set(rows.map(\.tenant)).subtracting(identities.keys)
    if !unknown.isEmpty { identities.merge(await identify(unknown)) { _, new in new } }
    return rows.compactMap { row in
      guard let signIn = snapshot[row], let tenant = identities[row.tenant] else { return nil }
      return ExportedSignIn(signIn: signIn, tenant: tenant)
    }
  }
}
