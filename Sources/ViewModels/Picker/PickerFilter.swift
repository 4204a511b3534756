import Elements
import SignInAnalysis

/// What a row of the picker has to be: words that it contains, and conditions on its action counts.
///
/// `risky>10`, `normal<=5` and the like compare a count; `state:failed` holds where the counts could not be read. What is not known fulfils no condition.
struct PickerFilter: Hashable, Sendable {
  private let words: [String]
  private let conditions: [Condition]

  init(_ text: String) {
    let terms = FoldedText.words(text)
    conditions = terms.compactMap(Condition.init)
    words = terms.filter { Condition($0) == nil }
  }

  /// Whether counts have to be known to tell which rows hold.
  var needsCounts: Bool { !conditions.isEmpty }

  var isEmpty: Bool { words.isEmpty && conditions.isEmpty }

  /// Whether the words alone hold.
  func isCandidate(_ row: PickerRow) -> Bool {
    row.searchText.contains(all: words)
  }

  func holds(_ row: PickerRow, counts: Loadable<ActionCounts>?) -> Bool {
    isCandidate(row) && conditions.allSatisfy { $0.holds(counts) }
  }

  private enum Condition: Hashable {
    case failed
    case count(ActionType, Comparison, Int)

    enum Comparison: String, CaseIterable {
      case atLeast = ">="
      case atMost = "<="
      case above = ">"
      case below = "<"
      case equal = "="
    }

    init?(_ term: String) {
      if term == "state:failed" {
        self = .failed
        return
      }
      for (name, type) in [("risky", ActionType.risky), ("normal", .normal)] where term.hasPrefix(name) {
        let rest = term.dropFirst(name.count)
        guard let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) }),
          let number = Int(rest.dropFirst(comparison.rawValue.count))
        else { return nil }
        self = .count(type, comparison, number)
        return
      }
      return nil
    }

    func holds(_ counts: Loadable<ActionCounts>?) -> Bool {
      switch self {
      case .failed: return counts?.error != nil
      case .count(let type, let comparison, let number):
        guard let value = counts?.value, let count = type == .risky ? value.risky : value.normal else { return false }
        switch comparison {
        case .atLeast: return count >= number
        case .atMost: return count <= number
        case .above: return count > number
        case .below: return count < number
        case .equal: return count == number
        }
      }
    }
  }
}
