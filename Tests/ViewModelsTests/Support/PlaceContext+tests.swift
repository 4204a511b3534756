import Elements

@testable import ElementsFakes
@testable import ViewModels

extension PlaceContext {
  /// Over a server in memory, with a clock that stands still and pauses that pass at once.
  /// - Parameter also: called after each change, before anybody who waits for one.
  convenience init(
    _ client: ElementsClient, changes: Changes, keptRows: Int = 1_000_000, also: @escaping @MainActor () -> Void = {}
  ) {
    self.init(
      client: client, keptRows: keptRows, times: TimeDisplay { _ in (0, "UTC") }, now: { .testNow }, pause: { _ in },
      onChange: {
        also()
        changes.happened()
      })
  }
}

extension DashboardModel {
  /// The tenant that fills the screen.
  var tenant: TenantModel? { if case .tenant(let tenant) = navigator.ground { tenant } else { nil } }

  /// What lies over it.
  var overlay: Place.Kind? { navigator.top.kind.isOverlay ? navigator.top.kind : nil }

  /// The filter of the place on top.
  var editor: FilterEditor? { navigator.top.model.filterEditor }

  /// The filter being typed.
  var prompt: FilterPrompt? { editor?.prompt }

  /// Whether the place on top has what each command is about that it offers.
  var hasReceivers: Bool {
    let top = navigator.top.model
    return navigator.top.kind.scopes.allSatisfy { scope in
      switch scope {
      case .everywhere, .star: true
      case .list: top.list != nil
      case .columns: top.columns != nil
      case .filter: top.filterEditor != nil
      case .sort: top.sortable != nil
      case .riskyScope: top.riskyScoped != nil
      case .tenants: top.tenants != nil
      case .signIns, .details, .home: top.signIns != nil
      case .evidence: top.signIn != nil
      case .tenant: top.tenant != nil
      case .choice: top.choice != nil
      case .lookBack: top.lookBack != nil
      case .addresses: top.addresses != nil
      case .views: top.signIns != nil
      case .narrowing, .picture: top.view != nil
      case .map: top.map != nil
      case .row: top.copyableRows != nil
      }
    }
  }
}

extension Message {
  /// With the names of the commands in place of keys.
  var words: String { text.text(naming: \.rawValue, clock: \.iso8601) }
}
