import Elements
import SignInAnalysis
import SignInStore

/// What all places share: the server, what was read, the clock, and where messages go.
@MainActor
final class PlaceContext {
  let client: ElementsClient
  /// Where the data comes from, as the header names it.
  let source: String
  let fleet: Fleet
  let messages: MessageLog
  var times: TimeDisplay
  let now: @MainActor () -> Timestamp
  /// Returns after a while.
  let pause: @Sendable (Duration) async -> Void
  /// Something is newly known without the user having done anything.
  let onChange: @MainActor () -> Void
  let names = TenantNames()
  let handOver: HandOverPreferences
  let outbox: Outbox
  let tenantFilters: FilterHistory
  let signInFilters: FilterHistory
  let addressFilters: FilterHistory
  let exports: ExportModel
  /// What speaks for trouble and against, of all that was read.
  let signals: SignalIndex
  let networks: LabelledNetworks
  /// Of calls for what is read further back.
  let callBudget: CallBudget
  private(set) lazy var marks = Marks(of: fleet)

  init(
    client: ElementsClient, source: String = "", keptRows: Int, lookBackCalls: Int = CallBudget.usual,
    times: TimeDisplay,
    handOver: HandOverPreferences = .none, exportTarget: ExportTarget = .none, signals: SignalPreferences = .none,
    now: @escaping @MainActor () -> Timestamp,
    pause: @escaping @Sendable (Duration) async -> Void, onChange: @escaping @MainActor () -> Void
  ) {
    messages = MessageLog(now: now, onChange: onChange)
    self.source = source
    self.handOver = handOver
    outbox = Outbox(onChange: onChange)
    let (shelf, messages) = (handOver.filters, messages)
    tenantFilters = FilterHistory(of: .tenants, on: shelf, messages)
    signInFilters = FilterHistory(of: .signIns, on: shelf, messages)
    addressFilters = FilterHistory(of: .addresses, on: shelf, messages)
    self.client = client.telling(messages, names: names)
    fleet = Fleet(client: self.client, limit: keptRows, now: now)
    self.times = times
    self.now = now
    self.pause = pause
    self.onChange = onChange
    networks = signals.networks
    callBudget = CallBudget(callsPerMinute: lookBackCalls, pause: pause)
    self.signals = SignalIndex(
      of: fleet, settings: signals.settings, networks: signals.networks, now: now, pause: pause)
    exports = ExportModel(
      to: exportTarget, fleet: fleet, names: names, messages: messages, now: now, onChange: onChange)
    self.signals.changes.add(self) { _ in onChange() }
  }

  /// The stores of all tenants that are known.
  var tenantStores: [TenantStore] { names.references.map(fleet.store(of:)) }

  /// What filters on sign-ins of many tenants look in.
  var tenantTexts: [TenantNumber: TenantTexts] {
    Dictionary(
      names.references.map { reference in
        let identity = names.identity(of: reference)
        let texts = TenantTexts(customer: identity.customerName, tenant: identity.tenantName)
        return (fleet.store(of: reference).number, texts)
      }
    ) { first, _ in first }
  }

  /// How a filter of sign-ins reads times.
  var filterContext: FilterContext { FilterContext(now: now(), zone: times.zone) }
}
