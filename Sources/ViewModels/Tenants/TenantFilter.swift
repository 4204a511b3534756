import Elements
import SignInAnalysis

/// The filter of the tenants: its text, whether only those with risk are left, and what that says of each row.
///
/// Figures come one after the other, so that a row whose figures are not known yet is judged again when they are, and
/// no other.
struct TenantFilter {
  /// The filter in force, as it was typed.
  private(set) var text = ""
  /// What is wrong with the one being typed; the one in force is the last that could be read.
  private(set) var error: FilterError?
  /// Leaves only tenants that may have had risky sign-ins in 24 hours.
  var isRiskyOnly = false
  private(set) var progress = FigureProgress(read: 0, candidates: 0)
  private var filter: Filter?
  private var matcher: RecordMatcher?
  private var verdicts: [FilterVerdict] = []

  typealias Figures = (TenantRow) -> TenantFigures

  /// Leaves every row.
  var isEmpty: Bool { filter == nil && !isRiskyOnly }

  /// Whether counts of actions have to be known to tell which rows hold.
  var needsCounts: Bool { filter?.asks(for: [.risky, .normal, .state]) ?? false }

  /// Whether any figures have to be known.
  private var needsFigures: Bool { needsCounts || isRiskyOnly || filter?.asks(for: [.risky24h]) ?? false }

  /// Takes a filter as it is being typed.
  /// - Returns: whether there is another one in force now.
  mutating func read(_ text: String, isTyping: Bool) -> Bool {
    do throws(FilterError) {
      // No field of a tenant is about a time.
      let filter = try Filter(parsing: text, of: .tenants, in: FilterContext(now: .earliest))
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

  /// Judges all rows anew.
  mutating func judge(_ rows: [TenantRow], figures: Figures) {
    verdicts = rows.map { verdict(on: $0, figures($0)) }
    let undecided = verdicts.count { $0 == .undecided }
    let candidates = needsFigures ? rows.count { verdict(on: $0, .none) == .undecided } : 0
    progress = FigureProgress(read: candidates - undecided, candidates: candidates)
  }

  /// Whether the row at a place of those judged last is left.
  func leaves(_ place: Int) -> Bool { verdicts[place] == .holds }

  /// Judges one row anew, of which more is known now.
  /// - Parameter rows: those that were judged before.
  /// - Returns: whether it is left now and was not before.
  mutating func judge(_ place: Int, of rows: [TenantRow], figures: Figures) -> Bool {
    guard verdicts.indices.contains(place), verdicts[place] == .undecided else { return false }
    verdicts[place] = verdict(on: rows[place], figures(rows[place]))
    guard verdicts[place] != .undecided else { return false }
    progress.read += 1
    return verdicts[place] == .holds
  }

  /// Those of the rows judged last that it can't tell of without their counts of actions.
  func uncounted(of rows: [TenantRow]) -> [TenantRow] {
    guard needsCounts, progress.read < progress.candidates else { return [] }
    return zip(rows, verdicts).filter { $1 == .undecided }.map(\.0)
  }

  private mutating func verdict(on row: TenantRow, _ figures: TenantFigures) -> FilterVerdict {
    let tenant = JudgedTenant(row: row, figures: figures)
    let verdict = matcher?.verdict(on: tenant) ?? .holds
    guard isRiskyOnly, verdict != .fails else { return verdict }
    let risk = tenant.hasRisk
    return risk == .holds ? verdict : risk
  }
}

/// Of how many tenants the figures are known that a filter asks for.
public struct FigureProgress: Hashable, Sendable {
  public internal(set) var read: Int
  /// Tenants of which nothing but their figures can tell whether the filter leaves them.
  public let candidates: Int
}
