import Elements
import SignInAnalysis
import SignInStore

/// One list of sign-ins, with the place of the user in it: the whole list, read where one looks, or what a filter and
/// a sort make of its loaded rows.
@MainActor
final class ScopedSignIns {
  let list: any SignInSource
  /// A place that a search wants read, whatever that takes.
  var sought: Int? {
    didSet { if sought != oldValue { show() } }
  }
  private var whole = ListViewport()
  private var part = ListViewport()
  private var narrowed: NarrowedSignIns?
  /// The record that the user has selected; nil while its place is not loaded. A filter that hides it does not change
  /// it.
  private var selectedRow: FleetRow?
  /// Nobody looks: nothing is asked for until a size is told again.
  private var isLeft = false
  private let signals: SignalBasis?
  private let onChange: @MainActor (SignInListChange) -> Void

  init(_ list: any SignInSource, signals: SignalBasis? = nil, onChange: @escaping @MainActor (SignInListChange) -> Void)
  {
    self.list = list
    self.signals = signals
    self.onChange = onChange
    list.changes.add(self) { [weak self] in self?.listChanged($0) }
    followInWhole()
  }

  // MARK: What there is

  /// The list as it is shown.
  var source: any SignInSource { narrowed ?? list }

  var viewport: ListViewport { narrowed == nil ? whole : part }

  /// Rows of the list as it is shown.
  var count: Int { source.length }

  var isNarrowed: Bool { narrowed != nil }

  func row(at place: Int) -> FleetRow? { source.row(at: place) }

  /// How many rows the one at a place stands for, itself included.
  func foldedCount(at place: Int) -> Int {
    guard let narrowed, let row = row(at: place) else { return 1 }
    return narrowed.foldedCount(of: row)
  }

  func signIn(at place: Int) -> SignIn? {
    row(at: place).flatMap(list.signIn(of:))
  }

  var coverage: SignInCoverage { list.coverage }

  /// Nil for the whole list.
  var narrowedCoverage: NarrowedCoverage? { narrowed?.narrowedCoverage }

  /// Rows that are loaded are still being looked at or sorted.
  var isFiltering: Bool { narrowed?.isWorking ?? false }

  /// Whether there may be more rows than are shown.
  var mayGrow: Bool { narrowed?.mayGrow ?? false }

  // MARK: What the user does

  func resize(height: Int) {
    isLeft = false
    whole.resize(height: height)
    part.resize(height: height)
    show()
  }

  func move(_ movement: ListMovement) {
    let isAtEnd = viewport.selected >= viewport.count - 1
    change { $0.move(movement) }
    // Whoever pushes on at the end wants more.
    if isAtEnd, movement != .up, viewport.selected >= viewport.count - 1 { resumeScan() }
    settle()
  }

  func select(_ place: Int) {
    change { $0.select(place) }
    settle()
  }

  /// Shows only what a filter leaves, in an order; the selected record stays selected while it is shown.
  func narrow(_ narrowing: Narrowing, mayScan: Bool) {
    if narrowing != narrowed?.narrowing ?? Narrowing(filter: nil, order: nil) {
      let former = narrowed
      narrowed = narrowing.isPlain ? nil : makeNarrowed(narrowing)
      narrowedChanged()
      if narrowed == nil { showWholeAgain() }
      narrowed?.mayScan = mayScan
      show()
      // Only now, so that what both want is not taken back in between.
      former?.leave(self)
      if narrowed != nil { list.leave(self) }
    } else {
      narrowed?.mayScan = mayScan
      show()
    }
  }

  /// Ends the reading of pages for matches. False if there was none.
  func stopScan() -> Bool { narrowed?.stopScan() ?? false }

  func resumeScan() {
    narrowed?.resumeScan()
  }

  /// Nobody looks any more: nothing further is read, and what is known stays.
  func leave() {
    isLeft = true
    narrowed?.leave(self)
    list.leave(self)
  }

  // MARK: Keeping the place

  private func change(_ change: (inout ListViewport) -> Void) {
    if narrowed == nil { change(&whole) } else { change(&part) }
  }

  private func settle() {
    selectedRow = row(at: viewport.selected)
    show()
  }

  private func makeNarrowed(_ narrowing: Narrowing) -> NarrowedSignIns {
    let narrowed = NarrowedSignIns(narrowing, of: list, screenful: 2 * whole.height, signals: signals)
    narrowed.changes.add(self) { [weak self] change in
      self?.narrowedChanged()
      self?.onChange(change)
    }
    return narrowed
  }

  /// A narrowed list tells by itself when it has followed.
  private func listChanged(_ change: SignInListChange) {
    if change.isForgotten { selectedRow = nil }
    followInWhole()
    guard narrowed == nil else { return }
    show()
    onChange(change)
  }

  /// Keeps the selected record, and the lines around it, where they are on the screen.
  private func followInWhole() {
    if let row = selectedRow, list.row(at: whole.selected) != row, let place = list.place(of: row) {
      whole.setCount(max(whole.count, list.length))
      whole.shift(by: place - whole.selected)
    }
    whole.setCount(list.length)
    if narrowed == nil { selectedRow = list.row(at: whole.selected) }
  }

  private func narrowedChanged() {
    guard let narrowed else { return }
    let count = narrowed.length
    if let row = selectedRow, narrowed.row(at: part.selected) == row, part.count == count { return }
    guard let row = selectedRow, let place = narrowed.place(of: row) ?? narrowed.place(nearestTo: row) else {
      part.setCount(count)
      show()
      return
    }
    part.setCount(max(part.count, count))
    part.shift(by: place - part.selected)
    part.setCount(count)
    show()
  }

  private func showWholeAgain() {
    part = ListViewport()
    part.resize(height: whole.height)
    followInWhole()
  }

  // MARK: Reading

  private func show() {
    guard !isLeft else { return }
    let viewport = viewport
    let visible = viewport.top..<viewport.top + viewport.height
    source.show(PagingWindow(visible: visible, ahead: viewport.ahead, sought: sought), for: self)
  }

  /// Rows from the first on before which no other can come to stand while a scan goes on.
  var settledCount: Int { source.settledCount }
}
