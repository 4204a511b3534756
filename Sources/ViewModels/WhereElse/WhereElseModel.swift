import Elements
import SignInAnalysis
import SignInStore

/// The sign-ins of one address or user in all tenants: from what was read, and from further back when that is asked
/// for.
@MainActor
public final class WhereElseModel: PlaceModel {
  /// Whose sign-ins they are; foreign text.
  public let subjectText: String
  public private(set) lazy var signInList = SignInListModel(
    source: { [sightings] _ in sightings }, store: context.fleet.store, hasTenants: true, context: context)
  private let sightings: Sightings
  private let context: PlaceContext
  public let lookBack: LookBackModel?

  /// - Parameter name: what it is called; foreign text.
  init(of subject: SightingSubject, named name: String, context: PlaceContext, lookBack: LookBackModel) {
    subjectText = name
    self.context = context
    self.lookBack = lookBack
    sightings = Sightings(of: subject, in: context.fleet, texts: context.tenantTexts)
  }

  // MARK: What there is

  public var summary: SightingSummary { sightings.summary }

  /// What was read before is being searched.
  public var isSearching: Bool { sightings.isSearching }

  /// Tenants of the sign-ins that were found.
  public var tenants: [TenantIdentity] {
    summary.tenants.sorted().compactMap { context.fleet.store($0)?.tenant }.map(context.names.identity)
  }

  // MARK: The place

  var title: [String] { ["where else: \(subjectText)"] }
  func appear() { signInList.appear() }

  func leave() { signInList.leave() }
  func escape() -> Bool { stop() || signInList.filterEditor.clear() || signInList.leaveMarkedOnly() }
  func stop() -> Bool { signInList.stop() || lookBack?.stop() ?? false }

  var list: (any MovableList)? { signInList }
  var columns: (any WideList)? { signInList }
  var filterEditor: FilterEditor? { signInList.filterEditor }
  var sortable: (any SortableList)? { signInList }
  var signIns: SignInListModel? { signInList }
}
