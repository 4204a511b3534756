/// The name of a command, as the configuration's `[keys]` writes it.
public enum CommandID: String, Hashable, Sendable, CaseIterable {
  // Any list.
  case down
  case up
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case first
  case last
  case laterColumns = "later-columns"
  case earlierColumns = "earlier-columns"

  // A list that can be filtered.
  case filter
  case flipTerm = "flip-term"
  case dropTerm = "drop-term"
  case saveFilter = "save-filter"

  // A list with an order and risky rows.
  case riskyOnly = "risky-only"
  case sort
  case reverseSort = "reverse-sort"

  // The list of tenants.
  case openTenant = "open-tenant"
  case star

  // A list of sign-ins.
  case openSignIn = "open-sign-in"
  case nextRisky = "next-risky"
  case previousRisky = "previous-risky"
  case nextSignal = "next-signal"
  case onlyUser = "only-user"
  case hideUser = "hide-user"
  case onlyAddress = "only-address"
  case hideAddress = "hide-address"
  case onlyCountry = "only-country"
  case hideCountry = "hide-country"
  case mark
  case markAll = "mark-all"
  case fold
  case export
  case onlyMarked = "only-marked"
  case clearMarks = "clear-marks"
  case copy
  case copyTicket = "copy-ticket"

  /// Where else.
  case whereAddress = "where-address"
  case whereUser = "where-user"
  case lookFurther = "look-further"
  // The evidence of a sign-in.
  case nextNamed = "next-named"
  case previousNamed = "previous-named"
  case openNamed = "open-named"
  /// A sign-in's tenant, where the list is of many.
  case openItsTenant = "open-its-tenant"

  // What a list holds, in other ways.
  case view
  case narrow
  case table
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"

  // Any list whose rows are no sign-ins.
  case copyRow = "copy-row"

  // Addresses.
  case openAddress = "open-address"

  // One tenant.
  case nextTenant = "next-tenant"
  case previousTenant = "previous-tenant"

  // A list to choose from.
  case choose

  // Everywhere.
  case goTenants = "go-tenants"
  case goSignIns = "go-sign-ins"
  case goAddresses = "go-addresses"
  case nextPlace = "next-place"
  case recentTenants = "recent-tenants"
  case refresh
  case timeZone = "time-zone"
  case help
  case palette
  case messages
  case escape
  case back
  case stop
  case repaint
  case suspend
  case quit
}
