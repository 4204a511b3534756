import Elements

/// The whole dashboard: which screen is open, and what lies over it.
@MainActor
public final class DashboardModel {
  public let picker: TenantPickerModel
  /// The open tenant; nil on the picker.
  public private(set) var tenant: TenantModel?
  public private(set) var overlay: Overlay?
  /// The filter prompt, while it is open.
  public private(set) var prompt: PromptModel?
  public let messages: MessageLog
  public private(set) var times: TimeDisplay
  /// Where the data comes from, as the header names it: an environment's name, a host, `demo`.
  public let source: String
  /// The user wants to leave.
  public private(set) var isFinished = false

  private let client: ElementsClient
  private let heldBack: @MainActor () -> Timestamp?
  private let onChange: @MainActor () -> Void
  private var filterHistory: [String] = []

  /// - Parameters:
  ///   - opening: a tenant to open at once; no customers are read before the user goes back to the picker.
  ///   - heldBackUntil: the moment at which a server that has had enough is asked again; nil while it is not.
  ///   - onChange: called when something is newly known without the user having done anything.
  public init(
    client: ElementsClient, source: String, times: TimeDisplay, opening: TenantIdentity? = nil,
    heldBackUntil: @escaping @MainActor () -> Timestamp? = { nil }, onChange: @escaping @MainActor () -> Void
  ) {
    self.client = client
    self.source = source
    self.times = times
    heldBack = heldBackUntil
    self.onChange = onChange
    messages = MessageLog(onChange: onChange)
    picker = TenantPickerModel(client: client, onChange: onChange)
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
    if prompt != nil { cancelPrompt() } else if overlay != nil { overlay = nil } else if tenant != nil {
      if tenant?.signIns.stopSeeking() != true { closeTenant() }
    } else if !picker.filter.isEmpty {
      picker.setFilter("")
    }
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
    open(identity)
  }

  private func open(_ identity: TenantIdentity) {
    tenant?.cancel()
    picker.leave()
    overlay = nil
    let model = TenantModel(
      identity: identity, knownCounts: picker.counts(of: identity.reference)?.value, client: client,
      messages: messages, onChange: onChange)
    tenant = model
    model.gauge.load()
  }

  private func closeTenant() {
    tenant?.cancel()
    tenant = nil
  }

  // MARK: The filter prompt

  public func openFilter() {
    guard tenant == nil else {
      messages.post(.note, "sign-ins have no filter here: R shows the risky ones alone, n goes to the next of them")
      return
    }
    prompt = PromptModel(text: picker.filter, history: filterHistory)
  }

  /// Edits the prompt; the list follows while one types.
  public func edit(_ edit: PromptModel.Edit) {
    prompt?.apply(edit)
    if let text = prompt?.text, text != picker.filter { picker.setFilter(text) }
  }

  /// Keeps the filter and closes the prompt.
  public func acceptPrompt() {
    guard let text = prompt?.text else { return }
    prompt = nil
    guard !text.isEmpty else { return }
    filterHistory.removeAll { $0 == text }
    filterHistory.append(text)
  }

  private func cancelPrompt() {
    guard let prompt else { return }
    self.prompt = nil
    picker.setFilter(prompt.original)
  }

  // MARK: Everywhere

  public func refresh() {
    if let tenant { tenant.refresh() } else { picker.refresh() }
  }

  public func toggleTimeZone() {
    times.toggle()
  }

  /// Ends all calls.
  public func close() {
    tenant?.cancel()
    picker.cancel()
  }
}
