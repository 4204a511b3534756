import Elements
import SignInAnalysis

/// One list of sign-ins, with the place of the user in it.
@MainActor
final class ScopedSignIns {
  private(set) var viewport = ListViewport()
  let pager: SignInPager
  /// A place that a search wants read.
  var sought: Int? {
    didSet { if sought != oldValue { show() } }
  }
  /// The record that the user has selected; nil while its place is not loaded.
  private var selectedRow: RowNumber?

  init(fetch: @escaping SignInPager.Fetch, onChange: @escaping @MainActor () -> Void) {
    pager = SignInPager(fetch: fetch)
    pager.onChange = { [weak self] in
      self?.follow()
      onChange()
    }
  }

  func row(at place: Int) -> SignInRow {
    if let signIn = pager.signIn(at: place) {
      return .signIn(signIn, isSeam: pager.state.isSeam(above: place))
    }
    return pager.error(at: place).map(SignInRow.failed) ?? .pending
  }

  var coverage: SignInCoverage {
    let state = pager.state
    return SignInCoverage(
      total: state.latestTotal, loaded: state.loadedCount, arrivals: state.arrivals,
      unreadable: state.unreadableCount, isComplete: state.isComplete, error: pager.headError)
  }

  func resize(height: Int) {
    viewport.resize(height: height)
    show()
  }

  func move(_ movement: ListMovement) {
    viewport.move(movement)
    settle()
  }

  func select(_ place: Int) {
    viewport.select(place)
    settle()
  }

  private func settle() {
    selectedRow = pager.state.row(at: viewport.selected)
    show()
  }

  /// Keeps the selected record, and the lines around it, where they are on the screen.
  private func follow() {
    let state = pager.state
    if let row = selectedRow, state.row(at: viewport.selected) != row, let place = state.position(of: row) {
      viewport.setCount(max(viewport.count, state.length))
      viewport.shift(by: place - viewport.selected)
    }
    viewport.setCount(state.length)
    selectedRow = state.row(at: viewport.selected)
    show()
  }

  private func show() {
    let visible = viewport.top..<viewport.top + viewport.height
    pager.show(PagingWindow(visible: visible, ahead: viewport.ahead, sought: sought))
  }
}
