import SafeText
import SignInAnalysis

extension NearestName {
  /// `; did you mean "Contoso Ltd"?`, or nothing.
  public static func hint(_ written: String, _ names: [String]) -> String {
    let nearest = all(near: written, among: names)
    guard !nearest.isEmpty else { return "" }
    return "; did you mean " + nearest.map { "\"\(sanitized($0))\"" }.joined(separator: " or ") + "?"
  }
}
