import Elements
import SignInAnalysis

/// The sign-ins of a list by day and hour of the zone shown.
@MainActor
public final class HoursModel: SignInView, MovableList, WideList {
  public private(set) var grid = HoursGrid()
  /// The days, the newest first.
  public private(set) var viewport = ListViewport()
  /// 0...23
  public private(set) var selectedHour = 12
  private let signInList: SignInListModel
  private let context: PlaceContext
  /// Nil until the user has selected something.
  private var selectedDay: Int64?
  private lazy var work = ViewWork<HoursGrid>(
    of: signInList, pause: context.pause,
    job: { HoursGrid($0.rows.all(), in: $0.snapshot, zone: $0.zone) }
  ) { [weak self] in self?.take($0) }

  init(of signIns: SignInListModel, context: PlaceContext) {
    signInList = signIns
    self.context = context
  }

  // MARK: What there is

  /// Nil while nothing is counted yet.
  public var coverage: ViewCoverage? { work.coverage }
  public var filterPrompt: FilterEditor { signInList.filterEditor }

  /// Nil while there is none.
  public var selected: HoursDay? {
    grid.days.indices.contains(viewport.selected) ? grid.days[viewport.selected] : nil
  }

  private func take(_ grid: HoursGrid) {
    self.grid = grid
    viewport.setCount(grid.days.count)
    if let day = selectedDay, let place = grid.days.firstIndex(where: { $0.number <= day }) {
      viewport.select(place)
    } else {
      selectedHour = selected?.all.lastIndex { $0 > 0 } ?? selectedHour
    }
    context.onChange()
  }

  // MARK: What the user does

  /// Says how many days the screen has room for.
  public func resize(height: Int) {
    viewport.resize(height: height)
  }

  func move(_ movement: ListMovement) {
    viewport.move(movement)
    selectedDay = selected?.number
  }

  func select(_ place: Int) {
    viewport.select(place)
    selectedDay = selected?.number
  }

  func moveColumns(by count: Int) {
    selectedHour = min(max(0, selectedHour + count), HoursGrid.hours - 1)
    selectedDay = selected?.number
  }

  // MARK: The place

  var kind: SignInViewKind { .hours }
  var table: SignInViewKind? { .tally([.hour]) }
  func appear() { work.appear() }
  func leave() { work.leave() }
  func refresh() { signInList.refresh() }

  var list: (any MovableList)? { self }
  var columns: (any WideList)? { self }
  var filterEditor: FilterEditor? { signInList.filterEditor }
  var signIns: SignInListModel? { signInList }
  var view: (any SignInView)? { self }

  func selectedTerms() -> NarrowingTerms {
    guard let day = selected, let span = grid.span(of: day, hour: selectedHour), day.all[selectedHour] > 0 else {
      return .none("no sign-ins are in this hour")
    }
    return .terms([.value(text(of: span.lowerBound), .since), .value(text(of: span.upperBound), .until)])
  }

  /// With the zone's offset then, so that it means the same whichever zone is shown.
  private func text(of time: Timestamp) -> String {
    let east = grid.secondsEast(at: time)
    let local = Timestamp(unixSeconds: time.unixSeconds + east) ?? time
    let clock = local.iso8601.prefix(16)
    guard east != 0 else { return clock + "Z" }
    let minutes = Int(east.magnitude / 60)
    let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return clock + (east < 0 ? "-" : "+") + digits.joined(separator: ":")
  }
}
