import SignInAnalysis

/// Something that the user can ask for, whatever key it is on.
public struct Command: Identifiable, Sendable {
  public let id: CommandID
  /// What it does, in plain words, as help and palette say it.
  public let title: String
  /// The same in a word or two, for the status line.
  public let hint: String
  let action: Action

  /// What a command does, and to what.
  enum Action: Sendable {
    case everywhere(@MainActor @Sendable (DashboardModel) -> Step)
    case list(ListMovement)
    /// Columns to scroll out to the left.
    case columns(Int)
    case filter(@MainActor @Sendable (FilterEditor) -> Step)
    case sort(@MainActor @Sendable (any SortableList) -> Step)
    case riskyScope(@MainActor @Sendable (any RiskyScopedList) -> Step)
    case tenants(@MainActor @Sendable (TenantsModel, MessageLog) -> Step)
    case star(@MainActor @Sendable (DashboardModel) -> Step)
    case signIns(@MainActor @Sendable (SignInListModel) -> Step)
    case details(@MainActor @Sendable (SignInListModel) -> Step)
    case row(@MainActor @Sendable (any CopyableRowList, MessageLog) -> Step)
    case lookBack(@MainActor @Sendable (LookBackModel) -> Step)
    case addresses(@MainActor @Sendable (AddressesModel) -> Step)
    case views(@MainActor @Sendable (SignInListModel) -> Step)
    case narrowing(@MainActor @Sendable (any SignInView, MessageLog) -> Step)
    case picture(@MainActor @Sendable (any SignInView) -> Step)
    case map(@MainActor @Sendable (MapModel) -> Step)
    case evidence(@MainActor @Sendable (SignInModel) -> Step)
    case home(@MainActor @Sendable (SignInListModel) -> Step)
    case tenant(@MainActor @Sendable (TenantModel) -> Step)
    case choice(@MainActor @Sendable (ChoiceModel) -> Step)
  }

  init(_ id: CommandID, _ title: String, hint: String? = nil, _ action: Action) {
    self.id = id
    self.title = title
    self.hint = hint ?? title
    self.action = action
  }

  public var scope: CommandScope {
    switch action {
    case .everywhere: .everywhere
    case .list: .list
    case .columns: .columns
    case .filter: .filter
    case .sort: .sort
    case .riskyScope: .riskyScope
    case .tenants: .tenants
    case .star: .star
    case .signIns: .signIns
    case .details: .details
    case .row: .row
    case .views: .views
    case .narrowing: .narrowing
    case .picture: .picture
    case .map: .map
    case .evidence: .evidence
    case .home: .home
    case .lookBack: .lookBack
    case .addresses: .addresses
    case .tenant: .tenant
    case .choice: .choice
    }
  }

  /// All there are, in the order in which help shows them.
  public static let all =
    ofLists + ofFilters + ofRows + ofTenants + ofSignIns + ofReading + ofViews + ofAddresses + ofOtherRows
    + ofOneTenant + ofChoices + ofAll

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

  /// The command of a name; every name has one.
  public static func named(_ id: CommandID) -> Command {
    byID[id] ?? Command(id, id.rawValue, .everywhere { _ in .stay })
  }
}

/// What comes of a command.
public indirect enum Step: Sendable {
  /// All is done.
  case stay
  case open(Destination)
  case go(Root)
  /// The next (1) or previous (-1) tenant takes this place.
  case neighbourTenant(Int)
  /// A command is carried out.
  case perform(CommandID)
  /// A row, counted from 1, is selected.
  case select(row: Int)
  /// This place closes; then something else is done in the one beneath.
  case closeThen(Step)
  /// This place closes; the first place leaves the program.
  case back
  /// The program ends.
  case quit
  case effect(Effect)
}

/// What only the owner of the terminal can do.
public enum Effect: Hashable, Sendable {
  case repaint
  case suspend
  /// Sign-ins are put on the clipboard as a table.
  case copy(CopiedSignIns)
  /// A row of another list is put on the clipboard as a table.
  case copyRow(HandedRow)
  /// The text of a ticket is made and handed over.
  case ticket(TicketFacts, TicketWay)
}
