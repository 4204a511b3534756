import ViewModels

extension ActionCounts {
  /// Risky actions out of all, in 0...1; nil where a count is missing or there are no actions.
  var riskyShare: Double? {
    guard let risky, let normal, risky >= 0, normal >= 0 else { return nil }
    let all = Double(risky) + Double(normal)
    return all > 0 ? Double(risky) / all : nil
  }
}

extension Double {
  /// A share as a whole percentage; something is never shown as nothing, nor almost all as all.
  var percentage: String {
    if self > 0, self < 0.01 { return "<1 %" }
    if self < 1, self > 0.99 { return ">99 %" }
    return "\(Int((self * 100).rounded())) %"
  }
}
