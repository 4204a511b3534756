import ViewModels

extension Int {
  /// The number in at most `width` cells if it can be: in full, else in thousands or millions, rounded down. Its digits
  /// are never cut.
  func grouped(within width: Int) -> String {
    let forms = [grouped, "\((self / 1_000).grouped)k", "\((self / 1_000_000).grouped)M"]
    return forms.first { $0.count <= width } ?? forms[2]
  }
}
