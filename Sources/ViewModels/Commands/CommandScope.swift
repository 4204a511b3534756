/// What a command is about. `Place.Kind.scopes` says which a place has; its model then answers for each of them.
public enum CommandScope: Hashable, Sendable, CaseIterable {
  case everywhere
  /// Rows, or lines of text, one of which is selected or at the top.
  case list
  /// Columns that may not all fit.
  case columns
  case filter
  /// Rows whose order can be chosen.
  case sort
  /// Rows of which the risky ones can be left.
  case riskyScope
  case tenants
  /// A tenant that is selected or open.
  case star
  case signIns
  /// A list whose rows have details to open.
  case details
  /// Rows that can be copied and are no sign-ins.
  case row
  /// What can be read further back.
  case lookBack
  case addresses
  /// Sign-ins that can be looked at in other ways.
  case views
  /// What is made of a list, which it can narrow.
  case narrowing
  /// A picture that has a table behind it.
  case picture
  case map
  /// The evidence of a sign-in, which names others.
  case evidence
  /// A sign-in that may be of one of many tenants.
  case home
  case tenant
  case choice
}

extension Place.Kind {
  /// The scopes of the commands that make sense in a place of this kind.
  public var scopes: Set<CommandScope> {
    switch self {
    case .tenants: [.everywhere, .list, .columns, .filter, .sort, .riskyScope, .tenants, .star, .lookBack, .row]
    case .tenant:
      [
        .everywhere, .list, .columns, .filter, .sort, .riskyScope, .signIns, .views, .details, .tenant, .star,
        .lookBack,
      ]
    case .signIns: [.everywhere, .list, .columns, .filter, .sort, .riskyScope, .signIns, .views, .details, .lookBack]
    case .whereElse: [.everywhere, .list, .columns, .filter, .sort, .signIns, .views, .lookBack, .home]
    case .tally: [.everywhere, .list, .columns, .filter, .sort, .views, .narrowing, .row]
    case .hours: [.everywhere, .list, .columns, .filter, .views, .narrowing, .picture]
    case .map: [.everywhere, .list, .columns, .views, .narrowing, .picture, .map]
    case .addresses: [.everywhere, .list, .columns, .filter, .sort, .addresses, .lookBack, .row]
    case .signIn: [.everywhere, .list, .sort, .riskyScope, .signIns, .evidence]
    case .choice: [.everywhere, .list, .choice]
    case .help, .messages: [.everywhere, .list]
    case .palette: [.everywhere]
    }
  }

  /// Whether a command makes sense in a place of this kind.
  public func offers(_ command: Command) -> Bool { scopes.contains(command.scope) }
}

extension CommandScope {
  /// Where its commands work, in a word or two, for the tables of keys.
  public var places: String {
    switch self {
    case .everywhere: "everywhere"
    case .list: "lists and boxes"
    case .columns, .filter, .sort, .riskyScope: "lists"
    case .tenants: "tenants"
    case .star: "tenants, a tenant"
    case .signIns, .details: "sign-ins"
    case .row: "tenants, addresses, tallies"
    case .evidence: "a sign-in's details"
    case .home: "where else"
    case .tenant: "a tenant"
    case .choice: "menus"
    case .lookBack: "tenants, sign-ins, addresses"
    case .addresses: "addresses"
    case .views: "sign-ins and views of them"
    case .narrowing: "views"
    case .picture: "hours, map"
    case .map: "map"
    }
  }
}
