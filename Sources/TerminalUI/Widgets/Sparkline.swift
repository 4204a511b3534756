/// A small chart, one cell a value.
public struct Sparkline: Sendable {
  public let values: [Int]

  public init(values: [Int]) {
    self.values = values
  }

  /// One glyph a value: the lowest for nothing, the highest for the largest value, and never the lowest for something.
  public func text(glyphs: Glyphs) -> String {
    let largest = values.max() ?? 0
    let steps = glyphs.sparks.count - 1
    return values.map { value in
      guard value > 0, largest > 0 else { return glyphs.sparks[0] }
      let step = Int((Double(value) / Double(largest) * Double(steps)).rounded())
      return glyphs.sparks[min(steps, max(1, step))]
    }.joined()
  }
}
