extension String {
  /// With blanks behind it, so that columns of ASCII stand below one another.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
