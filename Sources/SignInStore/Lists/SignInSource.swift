import Elements
import SignInAnalysis

/// Rows of sign-ins in an order, of which some may not be loaded: all that a list, a tally or an export needs to know.
///
/// A tenant's paged list is one (`PagedSignIns`), what a filter or a sort leaves of another source is one
/// (`NarrowedSignIns`), and so is what puts several together. A row is a `FleetRow`: it stays the same sign-in in every
/// source, until its tenant's rows are forgotten, which `SignInListChange.isForgotten` tells.
///
/// Whoever shows it says what it needs by `show`, and takes that back by `leave`. Several may do so at a time.
@MainActor
public protocol SignInSource: AnyObject {
  // MARK: Rows

  /// Rows of the list, loaded or not.
  var length: Int { get }
  /// The row at a place; nil where it is not loaded.
  func row(at place: Int) -> FleetRow?
  /// Where a row stands; nil where it is not part of the list.
  func place(of row: FleetRow) -> Int?
  /// Where the list goes on behind a row that it does not hold; nil where there is no such place.
  func place(nearestTo row: FleetRow) -> Int?
  /// Whether the row at this place may not be the neighbour of the one above it.
  func isSeam(above place: Int) -> Bool
  /// Why the row at a place could not be loaded; nil where it can, or is.
  func error(at place: Int) -> ElementsError?
  func signIn(of row: FleetRow) -> SignIn?
  /// The rows that are loaded, in order.
  var loadedRows: LoadedRows { get }
  /// All that was read of the tenants of its rows, as it is now.
  var snapshot: FleetSnapshot { get }
  /// The same of some of the tenants.
  func snapshot(of tenants: Set<TenantNumber>) -> FleetSnapshot
  /// What of a tenant's own texts a filter looks in: empty for a list of one tenant.
  var tenantTexts: [TenantNumber: TenantTexts] { get }

  // MARK: How much is known

  var coverage: SignInCoverage { get }
  /// The first place that is neither loaded nor failed; nil where there is none.
  var firstUnreadPlace: Int? { get }
  /// Rows from the first on before which no other can come to stand while it is read on.
  var settledCount: Int { get }
  /// Whether everything read from the head on came newest first and has gone past a time.
  func hasPassed(_ since: Timestamp) -> Bool
  /// Why something of it could not be read; nil where nothing is known to be missing.
  var failure: ElementsError? { get }
  /// The sign-ins that were read, by the hour.
  var activity: HourlyTally { get }

  // MARK: Reading

  /// Answers are waited for that may bring more rows.
  var isAsking: Bool { get }
  /// Says what is on a viewer's screen, so that it gets loaded.
  func show(_ window: PagingWindow, for viewer: AnyObject)
  /// A viewer looks no more: what is only asked for on its account is taken back, unless it was sent.
  func leave(_ viewer: AnyObject)
  /// Reads the head and what is on the screens anew, and tries again what failed.
  func refresh()
  /// Told of each change.
  var changes: Observers<SignInListChange> { get }
}

extension SignInSource {
  public func snapshot(of tenants: Set<TenantNumber>) -> FleetSnapshot { snapshot }
  public var tenantTexts: [TenantNumber: TenantTexts] { [:] }
  public var settledCount: Int { length }
  public func place(nearestTo row: FleetRow) -> Int? { nil }
  public var failure: ElementsError? { coverage.error }
  public var isAsking: Bool { firstUnreadPlace != nil }
}

/// The loaded rows of a list as they were at one moment; taking it copies next to nothing.
public struct LoadedRows: Sendable {
  public let count: Int
  private let make: @Sendable () -> [FleetRow]

  public init(count: Int, make: @escaping @Sendable () -> [FleetRow]) {
    self.count = count
    self.make = make
  }

  /// Copies them all: not for the main actor where they may be many.
  public func all() -> [FleetRow] { make() }
}

/// What has changed in a list.
public struct SignInListChange: Sendable {
  /// Rows that came, which may be new, known, or changed.
  public var rows: [FleetRow] = []
  /// Those of them that were known and have other contents now, with what they had.
  public var changed: [FleetRow: SignIn] = [:]
  /// Rows have gone from the list, or stand in another order: places that were known mean nothing any more.
  public var isRearranged = false
  /// What was read has been forgotten: rows that were known mean nothing any more.
  public var isForgotten = false

  public init(
    rows: [FleetRow] = [], changed: [FleetRow: SignIn] = [:], isRearranged: Bool = false, isForgotten: Bool = false
  ) {
    self.rows = rows
    self.changed = changed
    self.isRearranged = isRearranged
    self.isForgotten = isForgotten
  }
}
