import Elements
import SignInAnalysis

/// Somewhere the user can be: a view model, and how it is told apart from others.
///
/// A new place is a case here, in `Kind` and in `Destination`; CONTRIBUTING follows one.
@MainActor
public enum Place {
  case tenants(TenantsModel)
  case tenant(TenantModel)
  /// The sign-ins of all tenants.
  case signIns(SignInsModel)
  /// One address's or user's sign-ins in all tenants.
  case whereElse(WhereElseModel)
  case addresses(AddressesModel)
  // What a list holds, in other ways.
  case tally(TallyModel)
  case hours(HoursModel)
  case map(MapModel)
  /// All fields of a list's selected sign-in.
  case signIn(SignInModel)
  /// A few things to choose from.
  case choice(ChoiceModel)
  case help(HelpModel)
  case messages(MessagesModel)
  case palette(PaletteModel)

  public enum Kind: Hashable, Sendable, CaseIterable {
    case tenants
    case tenant
    case signIns
    case whereElse
    case addresses
    case tally
    case hours
    case map
    case signIn
    case choice
    case help
    case messages
    case palette
  }

  nonisolated public var kind: Kind {
    switch self {
    case .tenants: .tenants
    case .tenant: .tenant
    case .signIns: .signIns
    case .whereElse: .whereElse
    case .addresses: .addresses
    case .tally: .tally
    case .hours: .hours
    case .map: .map
    case .signIn: .signIn
    case .choice: .choice
    case .help: .help
    case .messages: .messages
    case .palette: .palette
    }
  }

  /// Which part of its list is in sight; nil where it has none that can be selected in.
  public var viewport: ListViewport? {
    switch self {
    case .tenants(let tenants): tenants.viewport
    case .tenant(let tenant): tenant.signInList.viewport
    case .signIns(let all): all.signInList.viewport
    case .whereElse(let found): found.signInList.viewport
    case .addresses(let addresses): addresses.viewport
    case .tally(let tally): tally.viewport
    case .choice(let choice): choice.viewport
    case .hours, .map, .signIn, .help, .messages, .palette: nil
    }
  }

  /// The sign-ins that it lists; nil where it lists others.
  public var signIns: SignInListModel? { model.signIns }

  var model: any PlaceModel {
    switch self {
    case .tenants(let model): model
    case .tenant(let model): model
    case .signIns(let model): model
    case .whereElse(let model): model
    case .addresses(let model): model
    case .tally(let model): model
    case .hours(let model): model
    case .map(let model): model
    case .signIn(let model): model
    case .choice(let model): model
    case .help(let model): model
    case .messages(let model): model
    case .palette(let model): model
    }
  }
}

extension Place.Kind {
  /// Whether it is drawn over the place beneath, which stays in sight.
  public var isOverlay: Bool {
    switch self {
    case .tenants, .tenant, .signIns, .whereElse, .addresses, .tally, .hours, .map: false
    case .signIn, .choice, .help, .messages, .palette: true
    }
  }
}

/// Where a place can send the user, without knowing what is there.
public enum Destination: Sendable {
  case tenant(TenantIdentity)
  /// A sign-in among those of its tenant.
  case inTenant(FleetRow)
  /// An address as it was sent, in all tenants; where that can be more than one thing, asks which is meant.
  case whereElse(address: String)
  /// A user, an address or a network in all tenants, with what it is called.
  case sightings(SightingSubject, named: String)
  /// All fields of the sign-in that is selected in a list.
  case signIn(SignInListModel)
  case sortMenu(any SortableList)
  /// The tenants that were opened last.
  case recentTenants
  /// A few things to choose from.
  case choice(ChoiceModel)
  /// Where the text of a ticket goes.
  case ticketMenu(SignInListModel)
  /// What a list holds, in another way: in place of the view that is shown, if one is.
  case view(SignInViewKind, of: SignInListModel)
  case viewMenu(SignInListModel)
  case help
  case messages
  case palette
  /// The palette with the beginning of what is typed in it.
  case paletteTyping(String)
}
