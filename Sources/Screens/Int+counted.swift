import ViewModels

extension Int {
  /// The number with what it counts: `1 tenant`, `1,200 tenants`.
  func counted(_ noun: String) -> String {
    "\(grouped) \(noun)\(self == 1 ? "" : "s")"
  }

  /// The number in at most `width` cells if it can be: in full, else in thousands or millions, rounded down. Its digits are never cut.
  func grouped(within width: Int) -> String {
    let forms = [grouped, "\((self / 1_000).grouped)k", "\((self / 1_000_000).grouped)M"]
    return forms.first { $0.count <= width } ?? forms[2]
  }
}
