/// Decides which sign-ins of several tenants fulfil a filter.
///
/// Their tables share their words, so that each distinct user, address and place is decided once for all of them.
public struct FleetMatcher {
  private let filter: Filter
  private let tenants: [TenantNumber: TenantTexts]
  private let signals: SignalTable
  private let networks: LabelledNetworks
  private let dependsOnSignals: Bool
  private var shared: FilterMatcher
  /// Of tenants whose own texts or signals are looked in.
  private var matchers: [TenantNumber: FilterMatcher] = [:]

  /// - Parameter tenants: the texts of tenants to be looked in as well; in a list of one tenant they would be found in
  ///   every row.
  /// - Parameter signals: of all rows, for `signal:`, `severity:`, `is:quiet` and `is:stayed`; without them these hold
  ///   for no row.
  /// - Parameter networks: for `net:`.
  public init(
    _ filter: Filter, tenants: [TenantNumber: TenantTexts] = [:], signals: SignalTable = SignalTable(),
    networks: LabelledNetworks = LabelledNetworks()
  ) {
    self.filter = filter
    self.tenants = tenants
    self.signals = signals
    self.networks = networks
    dependsOnSignals = filter.dependsOnSignals
    shared = FilterMatcher(filter, networks: networks)
  }

  /// Whether a row fulfils the filter; false for one that the snapshot does not have.
  public mutating func holds(_ row: FleetRow, in snapshot: FleetSnapshot) -> Bool {
    guard let table = snapshot[row.tenant], Int(row.row) < table.count else { return false }
    return change(of: row.tenant) { $0.holds(row.row, in: table) }
  }

  /// The rows that fulfil the filter, in the order given. `isCancelled` is asked every few thousand rows; once it says
  /// so, what was found until then is the answer.
  public mutating func matches(
    among rows: ArraySlice<FleetRow>, in snapshot: FleetSnapshot, isCancelled: () -> Bool = { false }
  ) -> [FleetRow] {
    guard let first = rows.first else { return [] }
    guard rows.allSatisfy({ $0.tenant == first.tenant }) else {
      return rows.filter { !isCancelled() && holds($0, in: snapshot) }
    }
    guard let table = snapshot[first.tenant] else { return [] }
    let own = rows.map(\.row).filter { Int($0) < table.count }
    return change(of: first.tenant) { $0.matches(among: own[...], in: table, isCancelled: isCancelled) }
      .map { FleetRow(tenant: first.tenant, row: $0) }
  }

  private mutating func change<Result>(of tenant: TenantNumber, _ body: (inout FilterMatcher) -> Result) -> Result {
    let texts = tenants[tenant]
    guard texts != nil || dependsOnSignals else { return body(&shared) }
    let (filter, signals, networks) = (filter, signals.tenants[tenant], networks)
    return body(
      &matchers[tenant, default: FilterMatcher(filter, tenant: texts, signals: signals, networks: networks)])
  }
}
