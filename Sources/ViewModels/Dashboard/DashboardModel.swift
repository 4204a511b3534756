import Elements
import SignInAnalysis
import SignInStore

/// The whole dashboard: the places on the way to where the user is, and what commands do there.
@MainActor
public final class DashboardModel {
  public private(set) var navigator: Navigator
  public let picker: TenantsModel
  /// Where the data comes from, as the header names it: an environment's name, a host, `demo`.
  public var source: String { context.source }
  /// The user wants to leave.
  public private(set) var isFinished = false

  let context: PlaceContext
  /// In all tenants.
  public let lookBack: LookBackModel
  /// Tenants that were opened, as they were left.
  private var visited: [TenantReference: TenantModel] = [:]
  private var recent: RecentTenants
  private let heldBack: @MainActor () -> HoldUp?
  /// The pause that the history of messages knows.
  private var notedHoldUp: HoldUp?

  /// - Parameters:
  ///   - preferences: what the user has said about tenants beforehand.
  ///   - opening: a tenant to open at once; no customers are read before the user goes back to the list of tenants.
  ///   - exportTarget: where exports go.
  ///   - signals: thresholds of the rules, and labelled networks.
  ///   - handOver: where a ticket's text can go, and the filters of earlier starts.
  ///   - heldBack: the pause that the server has asked for; nil while it has not.
  ///   - now: the time that `since:24h` counts back from.
  ///   - pause: returns after a while.
  ///   - onChange: called when something is newly known without the user having done anything.
  public init(
    client: ElementsClient, source: String, times: TimeDisplay, preferences: TenantPreferences = .none,
    opening: TenantIdentity? = nil, signals: SignalPreferences = .none,
    handOver: HandOverPreferences = .none, exportTarget: ExportTarget = .none,
    heldBack: @escaping @MainActor () -> HoldUp? = { nil }, now: @escaping @MainActor () -> Timestamp,
    pause: @escaping @Sendable (Duration) async -> Void, onChange: @escaping @MainActor () -> Void
  ) {
    context = PlaceContext(
      client: client, source: source, keptRows: preferences.keptRows,
      lookBackCalls: preferences.lookBackCalls, times: times, handOver: handOver,
      exportTarget: exportTarget, signals: signals, now: now, pause: pause, onChange: onChange)
    self.heldBack = heldBack
    recent = preferences.recent
    lookBack = LookBackModel(inAllTenantsOf: context)
    picker = TenantsModel(context: context, lookBack: lookBack, preferences: preferences)
    navigator = Navigator(
      tenants: .tenants(picker),
      others: [
        .signIns: .signIns(SignInsModel(context: context, lookBack: lookBack)),
        .addresses: .addresses(AddressesModel(context: context, lookBack: lookBack)),
      ])
    if let problem = handOver.filters.problem { messages.post(.warning, Wording(problem)) }
    if let opening {
      context.names.note(opening)
      open(.tenant(opening))
    } else {
      picker.appear()
    }
  }

  // MARK: What there is

  public var messages: MessageLog { context.messages }
  public var times: TimeDisplay { context.times }
  public var exports: ExportModel { context.exports }

  /// The pause that the server has asked for; nil while it has not.
  public var holdUp: HoldUp? { heldBack() }

  /// The signals shown are those of all that was read.
  public var areSignalsCurrent: Bool { context.signals.isUpToDate }

  /// Keeps a pause in the history of messages, once.
  public func noteHoldUp() {
    guard let holdUp, holdUp != notedHoldUp else { return }
    notedHoldUp = holdUp
    messages.keep(.warning, holdUp.words)
  }

  /// A line is being typed.
  public var isTyping: Bool { prompt?.line != nil }

  private var top: any PlaceModel { navigator.top.model }

  private var prompt: (any LinePrompt)? { top.prompt }

  // MARK: Commands

  /// Carries out a command in the place on top; one that makes no sense there does nothing.
  /// - Returns: what is left for the owner of the terminal to do.
  @discardableResult
  public func perform(_ id: CommandID) -> Effect? {
    let command = Command.named(id)
    guard navigator.top.kind.offers(command) else { return nil }
    return take(step(command.action))
  }

  private func step(_ action: Command.Action) -> Step {
    let place = top
    switch action {
    case .everywhere(let does), .star(let does): return does(self)
    case .list(let movement): place.list?.move(movement)
    case .columns(let count): place.columns?.moveColumns(by: count)
    case .filter(let does): return place.filterEditor.map(does) ?? .stay
    case .sort(let does): return place.sortable.map(does) ?? .stay
    case .riskyScope(let does): return place.riskyScoped.map(does) ?? .stay
    case .tenants(let does): return place.tenants.map { does($0, messages) } ?? .stay
    case .signIns(let does), .details(let does), .home(let does): return place.signIns.map(does) ?? .stay
    case .row(let does): return place.copyableRows.map { does($0, messages) } ?? .stay
    case .evidence(let does): return place.signIn.map(does) ?? .stay
    case .tenant(let does): return place.tenant.map(does) ?? .stay
    case .choice(let does): return place.choice.map(does) ?? .stay
    case .lookBack(let does): return place.lookBack.map(does) ?? .stay
    case .addresses(let does): return place.addresses.map(does) ?? .stay
    case .views(let does): return place.signIns.map(does) ?? .stay
    case .narrowing(let does): return place.view.map { does($0, messages) } ?? .stay
    case .picture(let does): return place.view.map(does) ?? .stay
    case .map(let does): return place.map.map(does) ?? .stay
    }
    return .stay
  }

  private func take(_ step: Step) -> Effect? {
    switch step {
    case .stay: break
    case .open(let destination): open(destination)
    case .go(let root): go(to: root)
    case .neighbourTenant(let direction): openNeighbour(direction)
    case .perform(let id): return perform(id)
    case .select(let row): top.list?.select(row - 1)
    case .closeThen(let next):
      _ = navigator.close()
      return take(next)
    case .back: goBack()
    case .quit: isFinished = true
    case .effect(let effect): return effect
    }
    return nil
  }

  /// What is left for the owner of the terminal to do, of what no key has just asked for.
  public func takeEffects() -> [Effect] { context.outbox.take() }

  // MARK: The mouse

  /// Selects a row of the list on top, counted from 0.
  public func select(_ row: Int) {
    top.list?.select(row)
  }

  /// Opens the selected row of the list on top, or takes it.
  public func open() {
    for command in [CommandID.openTenant, .openSignIn, .openItsTenant, .openAddress, .narrow, .choose]
    where navigator.top.kind.offers(.named(command)) {
      perform(command)
      return
    }
  }

  // MARK: Typing

  /// Edits the line that is being typed; the list follows.
  public func edit(_ edit: PromptModel.Edit) {
    prompt?.edit(edit)
  }

  /// Puts in what could stand at the cursor; asked again, the next such thing.
  public func complete() {
    prompt?.complete()
  }

  /// Takes the line that was typed.
  public func accept() -> Effect? {
    prompt.flatMap { take($0.accept()) }
  }

  // MARK: Everywhere

  func refresh() -> Step {
    navigator.ground.model.refresh()
    return .stay
  }

  func clearMarks() -> Step {
    let count = context.marks.clear()
    messages.post(.note, count == 0 ? "nothing is marked" : "\(count.grouped) marked before, none now")
    return .stay
  }

  func toggleTimeZone() -> Step {
    context.times.toggle()
    for place in navigator.all { place.model.signIns?.zoneChanged() }
    return .stay
  }

  /// Gives the tenant that is selected or open a star, or takes it away.
  func toggleStar() -> Step {
    if case .tenant(let tenant) = navigator.ground {
      let reference = tenant.identity.reference
      picker.toggleStar(of: reference, telling: messages)
      messages.post(.note, picker.isStarred(reference) ? "the tenant has a star" : "the tenant has no star")
    } else if let tenant = picker.selected?.reference {
      picker.toggleStar(of: tenant, telling: messages)
    }
    return .stay
  }

  /// The first that applies: close the prompt, close what lies over the place, stop what reads on, clear the filter, go
  /// back. Never leaves.
  func escape() -> Step {
    if prompt?.cancel() == true { return .stay }
    if !navigator.top.kind.isOverlay, exports.stop() { return .stay }
    if !top.escape(), !navigator.close() { navigator.go(to: .tenants) }
    return .stay
  }

  /// Stops what the user has started in this place; where there is nothing, closes; where nothing is open, leaves.
  func interrupt() -> Step {
    if prompt?.cancel() == true { return .stay }
    if exports.stop() || top.stop() || lookBack.stop() { return .stay }
    return navigator.top.kind.isOverlay ? .back : .quit
  }

  /// Ends all calls.
  public func close() {
    for place in navigator.all { place.model.leave() }
    for tenant in visited.values { tenant.lookBack?.stop() }
    lookBack.stop()
    picker.cancel()
  }

  // MARK: Going places

  /// From a root's first place back to the tenants, and from there out of the program.
  private func goBack() {
    if navigator.close() { return }
    if navigator.root == .tenants { isFinished = true } else { navigator.go(to: .tenants) }
  }

  /// All roots are about all tenants.
  private func go(to root: Root) {
    picker.load()
    navigator.go(to: root)
  }

  /// Opens a sign-in's tenant at it; the way back leads here.
  private func openTenant(of row: FleetRow) {
    guard let store = context.fleet.store(row.tenant) else { return }
    // The details stay on the way: they are looked at again on the way back.
    if navigator.top.kind.isOverlay, navigator.top.kind != .signIn { _ = navigator.close() }
    let tenant = model(of: context.names.identity(of: store.tenant))
    navigator.open(.tenant(tenant))
    tenant.signInList.reveal(row)
  }

  /// Of an IPv6 address, asks whether it or its network is meant.
  private func openWhereElse(_ address: String) {
    guard let network = SightingSubject.network(around: address) else {
      openSightings(.address(address), named: address)
      return
    }
    navigator.open(.choice(ChoiceModel(where: address, or: network)))
  }

  private func openSightings(_ subject: SightingSubject, named name: String) {
    picker.load()
    if navigator.top.kind == .signIn { _ = navigator.close() }
    navigator.open(.whereElse(WhereElseModel(of: subject, named: name, context: context, lookBack: lookBack)))
  }

  private func open(_ destination: Destination) {
    switch destination {
    case .inTenant(let row): openTenant(of: row)
    case .whereElse(let address): openWhereElse(address)
    case .sightings(let subject, let name): openSightings(subject, named: name)
    case .tenant(let identity): navigator.open(.tenant(model(of: identity)))
    case .recentTenants: openRecentTenants()
    case .signIn(let signIns): navigator.open(.signIn(SignInModel(of: signIns)))
    case .view(let kind, let signIns): openView(kind, of: signIns)
    case .viewMenu(let signIns):
      navigator.open(.choice(ChoiceModel(viewing: signIns, current: navigator.ground.model.view?.kind)))
    case .sortMenu(let list): navigator.open(.choice(list.sortMenu()))
    case .choice(let choice): navigator.open(.choice(choice))
    case .help: toggle(.help(HelpModel(about: navigator.top.kind)))
    case .messages: toggle(.messages(MessagesModel(messages)))
    case .ticketMenu(let signIns): navigator.open(.choice(ChoiceModel(ticketOf: signIns)))
    case .palette: openPalette()
    case .paletteTyping(let text): openPalette(typing: text)
    }
  }

  private func openPalette(typing text: String = "") {
    let top = navigator.top
    navigator.open(
      .palette(
        PaletteModel(
          over: top.kind, filter: top.model.filterEditor, tenants: recentTenants + context.names.all, typing: text)))
  }

  /// A view of a list takes the place of another one.
  private func openView(_ kind: SignInViewKind, of signIns: SignInListModel) {
    let place: Place =
      switch kind {
      case .tally(let fields): .tally(TallyModel(by: fields, of: signIns, context: context))
      case .hours: .hours(HoursModel(of: signIns, context: context))
      case .map: .map(MapModel(of: signIns, context: context))
      }
    if navigator.ground.model.view == nil { navigator.open(place) } else { navigator.replaceGround(by: place) }
  }

  /// Opens a box, or closes it where it is the one on top.
  private func toggle(_ box: Place) {
    if navigator.top.kind == box.kind { _ = navigator.close() } else { navigator.open(box) }
  }

  /// Those that the server has listed, or that were opened by their ids.
  private var recentTenants: [TenantIdentity] {
    let known = Set(context.names.references)
    return recent.tenants.filter { known.contains($0) || visited[$0] != nil }.map(context.names.identity)
  }

  private func openRecentTenants() {
    let open: TenantReference? =
      if case .tenant(let tenant) = navigator.ground { tenant.identity.reference } else { nil }
    let others = recentTenants.filter { $0.reference != open }
    guard !others.isEmpty else {
      messages.post(.note, "no other tenant was opened yet")
      return
    }
    navigator.open(.choice(ChoiceModel(recent: others)))
  }

  /// The next (1) or previous (-1) tenant of the list takes this one's place, with its filter.
  private func openNeighbour(_ direction: Int) {
    guard case .tenant(let tenant) = navigator.ground else { return }
    guard let row = picker.neighbour(of: tenant.identity.reference, direction), let identity = row.identity else {
      messages.post(.note, picker.wordsForNoNeighbour(direction))
      return
    }
    picker.select(row)
    let neighbour = model(of: identity)
    neighbour.signInList.filterEditor.set(tenant.signInList.filterText)
    navigator.replaceGround(by: .tenant(neighbour))
  }

  /// A tenant as it was left; what had to be forgotten meanwhile is read again.
  private func model(of identity: TenantIdentity) -> TenantModel {
    recent.note(identity.reference, telling: messages)
    let store = context.fleet.open(identity.reference)
    if let known = visited[identity.reference], !isOnWay(known) { return known }
    let model = TenantModel(identity: identity, store: store, context: context)
    visited[identity.reference] = model
    return model
  }

  /// Whether a tenant stands on the way to where the user is: there it keeps its own row and filter.
  private func isOnWay(_ tenant: TenantModel) -> Bool {
    navigator.places.contains { if case .tenant(let other) = $0 { other === tenant } else { false } }
  }
}
