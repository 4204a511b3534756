import Elements
import SignInAnalysis

/// Reads a list to its end, at the priority of a scan, and hands out its rows from the first on, each once.
///
/// Rows are handed out in the list's order as it is read. What comes to stand above those that were handed out follows
/// at the end. A place that is not proven to follow the one above is read again before.
@MainActor
public final class ListReading {
  private let list: any SignInSource
  /// Everything older is not wanted, so that a list that is newest first need not be read to its end.
  private let since: Timestamp?
  private var place = 0
  /// A row that was looked at, and where it stood.
  private var anchor: (row: FleetRow, place: Int)?
  private var handedOut = FleetRowSet()
  private var hasSwept = false
  private let news: AsyncStream<Void>
  /// Places that are not proven to follow the one above.
  public private(set) var seams = 0
  /// Why a place could not be read, which ends the reading.
  public private(set) var error: ElementsError?
  /// Rows that were handed out.
  public private(set) var count = 0

  public init(_ list: any SignInSource, since: Timestamp? = nil) {
    self.list = list
    self.since = since
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    news = stream
    list.changes.add(self) { _ in continuation.yield() }
  }

  /// The next rows, as soon as there are any; nil at the end, and once the task is cancelled.
  public func next(atMost most: Int) async -> [FleetRow]? {
    while !Task.isCancelled {
      let (rows, end) = take(atMost: most)
      if !rows.isEmpty { return rows }
      switch end {
      case .enough: await Task.yield()
      case .waiting: await change()
      case .failed: return nil
      case .unread:
        guard readOn() else { return await late() }
        await change()
      }
    }
    return nil
  }

  private func change() async {
    var changes = news.makeAsyncIterator()
    _ = await changes.next(isolation: #isolation)
  }

  /// Nothing more is read.
  public func stop() {
    list.leave(self)
    list.changes.remove(self)
  }

  /// Everything was read that is wanted, and all of it is proven.
  public var isWhole: Bool {
    guard error == nil, seams == 0, list.failure == nil else { return false }
    let coverage = list.coverage
    return coverage.unreadable == 0 && (coverage.isComplete || isPastSince)
  }

  private var isPastSince: Bool { since.map(list.hasPassed) ?? false }

  // MARK: Rows

  /// Why no more rows were taken.
  private enum End {
    /// There are more to look at.
    case enough
    /// An answer will tell what follows.
    case waiting
    case failed
    /// All that is read was looked at.
    case unread
  }

  /// The rows from `place` on that were not handed out before.
  private func take(atMost most: Int) -> (rows: [FleetRow], end: End) {
    follow()
    let (start, end) = (place, list.firstUnreadPlace ?? list.length)
    var rows: [FleetRow] = []
    while place < end {
      guard rows.count < most, place - start < 8 * most else { return (rows, .enough) }
      if isBeingProven { return (rows, .waiting) }
      guard let row = list.row(at: place) else {
        error = list.error(at: place)
        return (rows, error == nil ? .unread : .failed)
      }
      anchor = (row, place)
      place += 1
      guard !handedOut.contains(row) else { continue }
      handedOut.insert(row)
      rows.append(row)
      count += 1
    }
    return (rows, .unread)
  }

  /// Goes on behind the row that was looked at last, wherever that stands now.
  private func follow() {
    guard let anchor, list.row(at: anchor.place) != anchor.row else { return }
    place = list.place(of: anchor.row).map { $0 + 1 } ?? 0
    self.anchor = nil
  }

  /// The place is not proven to follow the one above, and a page is on its way that may prove it.
  private var isBeingProven: Bool {
    guard place > 0, list.isSeam(above: place) else { return false }
    list.show(PagingWindow(visible: place - 1..<place + 1, ahead: 0..<0, urgency: .scan), for: self)
    if list.isAsking { return true }
    seams += 1
    return false
  }

  // MARK: Reading

  /// False where there is nothing more to ask.
  private func readOn() -> Bool {
    guard !isPastSince, let unread = list.coverage.isBegun ? list.firstUnreadPlace : 0 else { return false }
    list.show(PagingWindow(visible: 0..<0, ahead: 0..<0, sought: unread, urgency: .scan), for: self)
    return list.isAsking
  }

  /// Rows that have come to stand above those that were handed out.
  private func late() async -> [FleetRow]? {
    guard !hasSwept else { return nil }
    hasSwept = true
    let late = await Self.rows(of: list.loadedRows, without: handedOut)
    count += late.count
    return late.isEmpty ? nil : late
  }

  @concurrent private nonisolated static func rows(
    of loaded: LoadedRows, without known: FleetRowSet
  ) async -> [FleetRow] {
    loaded.all().filter { !known.contains($0) }
  }
}
