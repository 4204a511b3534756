/// A bar that shows a share.
public struct Gauge: Sendable {
  /// In 0...1.
  public let share: Double

  public init(share: Double) {
    self.share = share.isFinite ? min(1, max(0, share)) : 0
  }

  /// Filled cells out of `width`. Anything above nothing shows at least one, anything below everything leaves one.
  public func filled(of width: Int) -> Int {
    guard share > 0, width > 0 else { return 0 }
    guard share < 1 else { return width }
    return min(max(1, width - 1), max(1, Int((share * Double(width)).rounded())))
  }
}

extension Frame {
  /// Draws a gauge of `width` cells.
  public mutating func draw(_ gauge: Gauge, at position: Position, width: Int, glyphs: Glyphs, style: Style) {
    let filled = gauge.filled(of: width)
    write(
      [
        StyledText(String(repeating: glyphs.barFull, count: filled), style),
        StyledText(String(repeating: glyphs.barEmpty, count: max(0, width - filled)), .quiet),
      ], at: position, columns: width)
  }
}
