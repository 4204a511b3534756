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
  /// How far back the reading goes that is under way, or that is offered.
  public private(set) var lookBack = LookBack.day
  private var reading: FleetReading
  private var hasBegun = false

  /// How far lists are read back.
  public enum LookBack: Int64, Hashable, Sendable, CaseIterable {
    case day = 24
    case twoDays = 48
    case week = 168
    case month = 720

    public var words: String {
      switch self {
      case .day: "24 h"
      case .twoDays: "48 h"
      case .week: "7 days"
      case .month: "30 days"
      }
    }

    var next: LookBack? { LookBack.allCases.first { $0.rawValue > rawValue } }
  }

  /// - Parameter name: what it is called; foreign text.
  init(of subject: SightingSubject, named name: String, context: PlaceContext) {
    subjectText = name
    self.context = context
    sightings = Sightings(of: subject, in: context.fleet, texts: context.tenantTexts)
    reading = WhereElseModel.reading(back: .day, context)
    follow()
  }

  private static func reading(back lookBack: LookBack, _ context: PlaceContext) -> FleetReading {
    let seconds = context.now().unixSeconds - lookBack.rawValue * 3_600
    return FleetReading(context.tenantStores, backTo: Timestamp(unixSeconds: seconds) ?? .earliest)
  }

  private func follow() {
    reading.changes.add(self) { [weak self] in self?.context.onChange() }
  }

  // MARK: What there is

  public var summary: SightingSummary { sightings.summary }

  /// What was read before is being searched.
  public var isSearching: Bool { sightings.isSearching }

  /// Tenants of the sign-ins that were found.
  public var tenants: [TenantIdentity] {
    summary.tenants.sorted().compactMap { context.fleet.store($0)?.tenant }.map(context.names.identity)
  }

  /// How reading further back stands.
  public enum Reading: Hashable, Sendable {
    /// It would take at least so many calls.
    case offered(leastCalls: Int)
    case underWay(FleetReading.Progress)
    case stopped(FleetReading.Progress)
    /// Everything was read back to the time; so many tenants could not be.
    case done(failed: Int)
  }

  public var state: Reading {
    if reading.isRunning { return .underWay(reading.progress) }
    if reading.isDone { return .done(failed: reading.failures.count) }
    return hasBegun ? .stopped(reading.progress) : .offered(leastCalls: reading.leastCalls)
  }

  // MARK: What the user does

  /// Begins to read, or goes on; where all is read, offers to read further back.
  func lookFurther() -> Step {
    if reading.isDone, let next = lookBack.next {
      lookBack = next
      reading = WhereElseModel.reading(back: next, context)
      follow()
    }
    hasBegun = true
    reading.start()
    return .stay
  }

  // MARK: The place

  var title: [String] { ["where else: \(subjectText)"] }
  func appear() { signInList.appear() }

  func leave() {
    reading.stop()
    signInList.leave()
  }

  func escape() -> Bool { stop() || signInList.filterEditor.clear() || signInList.leaveMarkedOnly() }

  func stop() -> Bool {
    guard reading.isRunning else { return signInList.stop() }
    reading.stop()
    return true
  }

  var list: (any MovableList)? { signInList }
  var columns: (any WideList)? { signInList }
  var filterEditor: FilterEditor? { signInList.filterEditor }
  var sortable: (any SortableList)? { signInList }
  var signIns: SignInListModel? { signInList }
  var whereElse: WhereElseModel? { self }
}
