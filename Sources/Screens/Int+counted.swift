import ViewModels

extension Int {
  /// The number with what it counts: `1 tenant`, `1,200 tenants`.
  func counted(_ noun: String) -> String {
    "\(grouped) \(noun)\(self == 1 ? "" : "s")"
  }
}
