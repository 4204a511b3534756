import Elements
import SignInAnalysis

/// The filter of the tenants: its text, and what it says of each row.
///
/// Counts come one after the other, so that a row whose counts are not known yet is judged again when they are, and no other.
struct TenantFilter {
  /// The filter in force, as it was typed.
  private(set) var text = ""
  /// What is wrong with the one being typed; the one in force is the last that could be read.
  private(set) var error: FilterError?
  private(set) var progress = CountProgress(counted: 0, candidates: 0)
  private var filter: Filter?
  private var matcher: RecordMatcher?
  private var verdicts: [FilterVerdict] = []

  /// Groups and the risky sign-ins of 24 hours are known of no tenant yet.
  static let fields = FilterList.tenants.without([.group, .risky24h])

  typealias Counts = (TenantReference) -> Loadable<ActionCounts>?

  var isEmpty: Bool { filter == nil }

  /// Whether counts have to be known to tell which rows hold.
  var needsCounts: Bool { filter?.asks(for: [.risky, .normal, .state]) ?? false }

  /// Takes a filter as it is being typed.
  /// - Returns: whether there is another one in force now.
  mutating func read(_ text: String, isTyping: Bool) -> Bool {
    do throws(FilterError) {
      // No field of a tenant is about a time.
      let filter = try Filter(parsing: text, of: TenantFilter.fields, in: FilterContext(now: .earliest))
      error = nil
      guard text != self.text, !isTyping || !filter.isUnfinishedFieldName else { return false }
      self.text = text
      self.filter = filter.isEmpty ? nil : filter
      matcher = self.filter.map { RecordMatcher($0) }
      return true
    } catch {
      self.error = error
      return false
    }
  }

  /// Judges all rows anew, and gives the places of those that it leaves.
  mutating func judge(_ rows: [TenantRow], counts: Counts) -> [Int] {
    verdicts = rows.map { verdict(on: $0, counts: counts) }
    let undecided = verdicts.count { $0 == .undecided }
    let candidates = needsCounts ? rows.count { verdict(on: $0) { _ in nil } == .undecided } : 0
    progress = CountProgress(counted: candidates - undecided, candidates: candidates)
    return verdicts.indices.filter { verdicts[$0] == .holds }
  }

  /// Judges one row anew, whose counts are known now.
  /// - Parameter rows: those that were judged before.
  /// - Returns: whether it is left now and was not before.
  mutating func judge(_ place: Int, of rows: [TenantRow], counts: Counts) -> Bool {
    guard verdicts.indices.contains(place), verdicts[place] == .undecided else { return false }
    verdicts[place] = verdict(on: rows[place], counts: counts)
    guard verdicts[place] != .undecided else { return false }
    progress.counted += 1
    return verdicts[place] == .holds
  }

  /// Those of the rows judged last that it can't tell of without their counts.
  func undecided(of rows: [TenantRow]) -> [TenantRow] {
    guard progress.counted < progress.candidates else { return [] }
    return zip(rows, verdicts).filter { $1 == .undecided }.map(\.0)
  }

  private mutating func verdict(on row: TenantRow, counts: Counts) -> FilterVerdict {
    matcher?.verdict(on: JudgedTenant(row: row, counts: row.reference.flatMap(counts))) ?? .holds
  }
}

/// Of how many tenants the counts are known that a filter asks for.
public struct CountProgress: Hashable, Sendable {
  public internal(set) var counted: Int
  /// Tenants of which nothing but their counts can tell whether the filter leaves them.
  public let candidates: Int
}
