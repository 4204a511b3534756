import Elements
import SignInAnalysis
import SignInStore

/// One list of sign-ins, with the place of the user in it: the whole list, read where one looks, or what a filter and
/// a sort make of its loaded rows.
@MainActor
final class ScopedSignIns {
  let list: PagedSignIns
  /// Looks on for something until it is found, whatever that takes.
  var isSeeking = false {
    didSet { if isSeeking != oldValue { show() } }
  }
  /// A place of the whole list that a search wants read.
  var sought: Int? {
    didSet { if sought != oldValue { show() } }
  }
  private var whole = ListViewport()
  private var part = ListViewport()
  private var narrowed: NarrowedSignIns?
  /// The record that the user has selected; nil while its place is not loaded. A filter that hides it does not change
  /// it.
  private var selectedRow: RowNumber?
  private var mayScan = false
  private var isScanStopped = false
  /// Nobody looks: nothing is asked for until a size is told again.
  private var isLeft = false
  private let onChange: @MainActor () -> Void

  init(_ list: PagedSignIns, onChange: @escaping @MainActor () -> Void) {
    self.list = list
    self.onChange = onChange
    list.onChange = { [weak self] change in
      self?.pageArrived(change)
      onChange()
    }
    followInWhole()
  }

  // MARK: What there is

  var viewport: ListViewport { narrowed == nil ? whole : part }

  /// Rows of the list as it is shown.
  var count: Int { narrowed?.rows.count ?? list.length }

  var isNarrowed: Bool { narrowed != nil }

  func signIn(at place: Int) -> SignIn? {
    rowNumber(at: place).map(list.signIn(of:))
  }

  func isSeam(above place: Int) -> Bool {
    narrowed == nil && list.isSeam(above: place)
  }

  func error(at place: Int) -> ElementsError? {
    narrowed == nil ? list.error(at: place) : nil
  }

  /// The sign-ins that the list shows so far, for as long as they are few enough to be handled one by one.
  var shownRows: [RowNumber] { narrowed?.rows ?? list.loadedRows }

  var coverage: SignInCoverage { list.coverage }

  /// Nil for the whole list.
  var narrowedCoverage: NarrowedCoverage? {
    guard let narrowed else { return nil }
    let scan = scan(of: narrowed)
    return NarrowedCoverage(
      matches: narrowed.rows.count, scanned: list.loadedCount, total: list.length,
      isScanning: scanPlace(narrowed, scan) != nil || narrowed.isWorking, isStopped: isScanStopped,
      isExhausted: scan.isExhausted, assumesNewestFirst: scan.isPastSince, failedPages: list.failedPages)
  }

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
    self.mayScan = mayScan
    if narrowing != narrowed?.narrowing ?? Narrowing(filter: nil, order: nil) {
      isScanStopped = false
      narrowed?.cancel()
      narrowed = narrowing.isPlain ? nil : makeNarrowed(narrowing)
      narrowedChanged()
      if narrowed == nil { showWholeAgain() }
    }
    show()
  }

  /// Ends the reading of pages for matches. False if there was none.
  func stopScan() -> Bool {
    guard let narrowed, scanPlace(narrowed, scan(of: narrowed)) != nil else { return false }
    isScanStopped = true
    show()
    return true
  }

  func resumeScan() {
    isScanStopped = false
    mayScan = true
    show()
  }

  /// Nobody looks any more: nothing further is read, and what is known stays.
  func leave() {
    isLeft = true
    list.leave()
  }

  // MARK: Keeping the place

  private func rowNumber(at place: Int) -> RowNumber? {
    guard let narrowed else { return list.row(at: place) }
    return narrowed.rows.indices.contains(place) ? narrowed.rows[place] : nil
  }

  private func change(_ change: (inout ListViewport) -> Void) {
    if narrowed == nil { change(&whole) } else { change(&part) }
  }

  private func settle() {
    selectedRow = rowNumber(at: viewport.selected)
    show()
  }

  private func makeNarrowed(_ narrowing: Narrowing) -> NarrowedSignIns {
    let narrowed = NarrowedSignIns(narrowing, list: list)
    narrowed.onChange = { [weak self] in
      self?.narrowedChanged()
      self?.show()
      self?.onChange()
    }
    narrowed.start(screenful: 2 * whole.height)
    return narrowed
  }

  private func pageArrived(_ change: SignInListChange) {
    narrowed?.pageArrived(change, screenful: 2 * whole.height)
    narrowedChanged()
    followInWhole()
    show()
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
    let rows = narrowed.rows
    if rows.indices.contains(part.selected), rows[part.selected] == selectedRow, part.count == rows.count { return }
    guard let row = selectedRow, let place = narrowed.place(of: row) ?? narrowed.place(nearestTo: row) else {
      part.setCount(rows.count)
      return
    }
    part.setCount(max(part.count, rows.count))
    part.shift(by: place - part.selected)
    part.setCount(rows.count)
  }

  private func showWholeAgain() {
    part = ListViewport()
    part.resize(height: whole.height)
    followInWhole()
  }

  // MARK: Reading

  private func show() {
    guard !isLeft else { return }
    guard let narrowed else {
      let visible = whole.top..<whole.top + whole.height
      list.show(PagingWindow(visible: visible, ahead: whole.ahead, sought: sought))
      return
    }
    let place = scanPlace(narrowed, scan(of: narrowed))
    list.show(PagingWindow(visible: 0..<0, ahead: 0..<0, sought: place))
  }

  private func scan(of narrowed: NarrowedSignIns) -> Scan {
    Scan(list, since: narrowed.narrowing.filter?.since)
  }

  /// Rows from the first on before which no other can come to stand while a scan goes on, whichever of its pages
  /// answers first.
  var settledCount: Int {
    guard let narrowed, narrowed.narrowing.order == nil else { return count }
    let scan = scan(of: narrowed)
    guard !scan.isPastSince, let unread = scan.nextPlace else { return count }
    return narrowed.count(above: unread)
  }

  /// The place to read for more matches: only until the screen is full, and one screen more. A sort alone reads
  /// nothing.
  private func scanPlace(_ narrowed: NarrowedSignIns, _ scan: Scan) -> Int? {
    let isWanted = isSeeking || narrowed.rows.count < part.top + 2 * part.height
    guard isWanted, mayScan, !isScanStopped, narrowed.narrowing.filter != nil, !scan.isPastSince,
      let place = scan.nextPlace
    else { return nil }
    return place
  }
}
