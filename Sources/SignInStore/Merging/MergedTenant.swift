import Elements
import SignInAnalysis

/// Why a tenant takes no part in the line down to which a merge is complete.
public enum MergeExclusion: Hashable, Sendable {
  /// A page of its list could not be read.
  case failed(ElementsError)
  /// Its list is not newest first.
  case unsorted
  /// Its rows have no times, or could not be put in order.
  case unproven
  /// Its rows were forgotten to make room; they are read again on a refresh.
  case forgotten
}

/// A tenant's list among those that are merged.
@MainActor
struct MergedTenant {
  let store: TenantStore
  let list: PagedSignIns
  let texts: TenantTexts?
  private(set) var coverage: SignInCoverage
  private(set) var standing = Standing.bounded(MergeLine.nothingKnown)
  /// It was asked to read on and did not.
  var isStuck = false
  var isForgotten = false

  enum Standing: Hashable, Sendable {
    /// Complete down to a time, in ticks.
    case bounded(Int64)
    /// Read to its end.
    case whole
    case left(MergeExclusion)
  }

  init(_ store: TenantStore, scope: SignInScope, texts: TenantTexts?) {
    self.store = store
    self.texts = texts
    list = store.list(scope)
    coverage = list.coverage
    standing = assessed
  }

  var bound: Int64? {
    if case .bounded(let ticks) = standing { ticks } else { nil }
  }

  var exclusion: MergeExclusion? {
    if case .left(let why) = standing { why } else { nil }
  }

  /// Its head was read, or can't be.
  var isAnswered: Bool { bound != MergeLine.nothingKnown }

  mutating func assess() {
    coverage = list.coverage
    if list.headRun != nil { isForgotten = false }
    standing = assessed
  }

  /// The next place of the list to read; nil where there is none.
  var nextPlace: Int? {
    switch standing {
    case .bounded(MergeLine.nothingKnown), .whole, .left(.failed), .left(.forgotten): nil
    case .bounded: list.headRun?.count
    case .left(.unsorted), .left(.unproven): isStuck ? nil : list.firstUnreadPlace
    }
  }

  private var assessed: Standing {
    guard !isForgotten else { return .left(.forgotten) }
    if let error = list.headError { return .left(.failed(error)) }
    guard let run = list.headRun else { return .bounded(MergeLine.nothingKnown) }
    if let error = list.error(at: run.count) { return .left(.failed(error)) }
    guard list.isNewestFirst else { return .left(.unsorted) }
    if run.isWhole { return .whole }
    guard !isStuck, let oldest = run.oldest else { return .left(.unproven) }
    return .bounded(oldest.ticks)
  }
}
