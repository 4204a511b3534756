/// How far lists are read back, in hours before now.
public enum LookBackSpan: Int64, Hashable, Sendable, CaseIterable {
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
}
