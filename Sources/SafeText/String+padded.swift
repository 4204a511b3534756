extension String {
  /// With spaces behind it, so that columns of ASCII stand below one another.
  public func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
