import Elements
import SignInAnalysis
import SignInStore

/// The whole dashboard: which screen is open, and what lies over it.
@MainActor
public final class DashboardModel {
  public let picker: TenantPickerModel
  /// The open tenant; nil on the picker.
  public private(set) var tenant: TenantModel?
  public private(set) var overlay: Overlay?
  /// The filter prompt, while it is open.
  public private(set) var prompt: FilterPrompt?
  public let messages: MessageLog
  public private(set) var times: TimeDisplay
  /// Where the data comes from, as the header names it: an environment's name, a host, `demo`.
  public let source: String
  /// The user wants to leave.
  public private(set) var isFinished = false

  private let fleet: Fleet
  /// Tenants that were opened, as they were left.
  private var visited: [TenantReference: TenantModel] = [:]
  private let heldBack: @MainActor () -> Timestamp?
  private let onChange: @MainActor () -> Void
  private let now: @MainActor () -> Timestamp
  private let pause: @Sendable (Duration) async -> Void
  private var histories: [FilterPrompt.Target: [String]] = [:]
  private var rest: Task<Void, Never>?

  /// - Parameters:
  ///   - preferences: what the user has said about tenants beforehand.
  ///   - opening: a tenant to open at once; no customers are read before the user goes back to the picker.
  ///   - heldBackUntil: the moment at which a server that has had enough is asked again; nil while it is not.
  ///   - now: the time that `since:24h` counts back from.
  ///   - pause: returns after a while.
  ///   - onChange: called when something is newly known without the user having done anything.
  public init(
    client: ElementsClient, source: String, times: TimeDisplay, preferences: TenantPreferences = .none,
    opening: TenantIdentity? = nil, heldBackUntil: @escaping @MainActor () -> Timestamp? = { nil },
    now: @escaping @MainActor () -> Timestamp,
    pause: @escaping @Sendable (Duration) async -> Void, onChange: @escaping @MainActor () -> Void
  ) {
    let messages = MessageLog(onChange: onChange)
    let client = client.telling(messages)
    fleet = Fleet(client: client, limit: preferences.keptRows, now: now)
    self.messages = messages
    self.source = source
    self.times = times
    heldBack = heldBackUntil
    self.now = now
    self.pause = pause
    self.onChange = onChange
    picker = TenantPickerModel(fleet, client: client, preferences: preferences, onChange: onChange)
    if let opening { open(opening) }
  }

  /// What lies over a screen.
  public enum Overlay: Hashable, Sendable {
    case help
    case details
    case messages
  }

  /// When calls go on that the server holds back; nil while it does not.
  public var heldBackUntil: Timestamp? { heldBack() }

  // MARK: Going places

  /// Opens the selected tenant, or the details of the selected sign-in.
  public func enter() {
    guard overlay == nil else { return }
    if tenant == nil { openSelected() } else if tenant?.signIns.selected != nil { overlay = .details }
  }

  /// One step back; leaves from the first screen.
  public func back() {
    if overlay != nil { overlay = nil } else if tenant != nil { closeTenant() } else { isFinished = true }
  }

  /// The first that applies: close the prompt or overlay, stop the search, clear the filter, go back. Never leaves.
  public func escape() {
    if prompt != nil {
      cancelPrompt()
    } else if overlay != nil {
      overlay = nil
    } else if tenant != nil {
      escapeFromSignIns()
    } else if !picker.filter.isEmpty {
      picker.setFilter("")
    }
  }

  private func escapeFromSignIns() {
    guard let signIns = tenant?.signIns, !signIns.stop() else { return }
    if signIns.filterText.isEmpty { closeTenant() } else { setSignInFilter("") }
  }

  /// Closes a prompt or overlay; leaves where there is none.
  public func interrupt() {
    if prompt != nil { cancelPrompt() } else if overlay != nil { overlay = nil } else { isFinished = true }
  }

  public func toggle(_ wanted: Overlay) {
    overlay = overlay == wanted ? nil : wanted
  }

  /// Opens the next (1) or previous (-1) tenant of the picker.
  public func openNeighbour(_ direction: Int) {
    guard let tenant else { return }
    guard let row = picker.neighbour(of: tenant.identity.reference, direction), let identity = row.identity else {
      messages.post(.note, noNeighbour(direction))
      return
    }
    picker.select(row)
    open(identity)
  }

  private func noNeighbour(_ direction: Int) -> String {
    if picker.rowCount == 0 { return "the list of tenants has not been read yet: q goes there" }
    let place = direction > 0 ? "last" : "first"
    return picker.filter.isEmpty ? "this is the \(place) tenant" : "this is the \(place) tenant that the filter leaves"
  }

  private func openSelected() {
    guard let row = picker.selected else { return }
    guard let identity = row.identity else {
      messages.post(.note, "\(row.customer.organization) has no tenants")
      return
    }
    // A row that a filter has selected becomes the user's own choice: it stays when the filter goes.
    picker.select(row)
    open(identity)
  }

  private func open(_ identity: TenantIdentity) {
    leaveTenant()
    picker.leave()
    overlay = nil
    let model = model(of: identity)
    tenant = model
    model.appear()
  }

  /// A tenant as it was left; what had to be forgotten meanwhile is read again.
  private func model(of identity: TenantIdentity) -> TenantModel {
    let store = fleet.open(identity.reference)
    if let known = visited[identity.reference] { return known }
    let model = TenantModel(identity: identity, store: store, messages: messages, onChange: onChange)
    visited[identity.reference] = model
    return model
  }

  private func closeTenant() {
    leaveTenant()
    tenant = nil
  }

  private func leaveTenant() {
    guard let tenant else { return }
    tenant.leave()
    fleet.close(tenant.identity.reference)
  }

  // MARK: Filters

  /// How long after the last key pages are read for matches.
  static let restAfterTyping: Duration = .milliseconds(300)

  public func openFilter() {
    let target: FilterPrompt.Target = tenant == nil ? .tenants : .signIns
    prompt = FilterPrompt(target, text: filterText(of: target), history: histories[target] ?? [])
  }

  /// Edits the prompt; the list follows while one types.
  public func edit(_ edit: PromptModel.Edit) {
    prompt?.apply(edit)
    promptChanged()
  }

  /// Puts in what could stand at the cursor; asked again, the next such thing.
  public func complete() {
    switch prompt?.target {
    case .tenants: prompt?.complete(PickerFilter.fields, among: picker.seenValues)
    case .signIns:
      guard let snapshot = tenant?.signIns.snapshot else { return }
      prompt?.complete(.signIns, among: SeenValues(snapshot))
    case nil: return
    }
    promptChanged()
  }

  /// Keeps the filter and closes the prompt, unless the filter can't be read.
  public func acceptPrompt() {
    guard let prompt, filterError == nil else { return }
    if prompt.target == .signIns { tenant?.signIns.scanForMatches() }
    rest?.cancel()
    self.prompt = nil
    guard !prompt.line.text.isEmpty else { return }
    histories[prompt.target, default: []].removeAll { $0 == prompt.line.text }
    histories[prompt.target, default: []].append(prompt.line.text)
  }

  /// What is wrong with the filter that is being typed.
  public var filterError: FilterError? {
    switch prompt?.target {
    case .tenants: picker.filterError
    case .signIns: tenant?.signIns.filterError
    case nil: nil
    }
  }

  /// Narrows the list to sign-ins with the same value as the selected one in a field, or to those without it.
  public func pivot(_ field: FilterField, negated: Bool) {
    guard let signIns = tenant?.signIns, let signIn = signIns.selected else { return }
    guard let value = signIn.value(of: field) else {
      messages.post(.note, "this sign-in has no \(field.noun)")
      return
    }
    setSignInFilter(FilterText(signIns.filterText).adding(value, to: field, negated: negated).text)
    signIns.scanForMatches()
  }

  private func filterText(of target: FilterPrompt.Target) -> String {
    target == .tenants ? picker.filter : tenant?.signIns.filterText ?? ""
  }

  private func promptChanged() {
    guard let prompt else { return }
    let text = prompt.line.text
    switch prompt.target {
    case .tenants: picker.setFilter(text)
    case .signIns:
      setSignInFilter(text)
      scanAfterRest()
    }
  }

  private func scanAfterRest() {
    rest?.cancel()
    rest = Task { [weak self, pause] in
      await pause(DashboardModel.restAfterTyping)
      guard !Task.isCancelled else { return }
      self?.tenant?.signIns.scanForMatches()
      self?.onChange()
    }
  }

  private func setSignInFilter(_ text: String) {
    tenant?.signIns.editFilter(text, in: FilterContext(now: now(), zone: times.zone))
  }

  private func cancelPrompt() {
    guard let prompt else { return }
    rest?.cancel()
    self.prompt = nil
    if prompt.target == .tenants {
      picker.setFilter(prompt.line.original)
    } else {
      setSignInFilter(prompt.line.original)
    }
  }

  // MARK: Everywhere

  public func refresh() {
    if let tenant { tenant.refresh() } else { picker.refresh() }
  }

  public func toggleTimeZone() {
    times.toggle()
    if let signIns = tenant?.signIns, signIns.filter?.dependsOnZone == true { setSignInFilter(signIns.filterText) }
  }

  /// Ends all calls.
  public func close() {
    tenant?.leave()
    picker.cancel()
  }
}
