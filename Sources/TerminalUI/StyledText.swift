import SafeText

/// A text with its style.
public struct StyledText: Hashable, Sendable {
  public let text: String
  public let style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// How many cells the whole text takes.
  public func width(glyphs: Glyphs) -> Int {
    displayWidth(of: text, repertoire: glyphs.repertoire)
  }

  /// The text in at most `columns` cells, with an ellipsis where it was cut.
  public func shortened(to columns: Int, glyphs: Glyphs) -> StyledText {
    guard width(glyphs: glyphs) > columns else { return self }
    return StyledText(fitted(text, to: columns, repertoire: glyphs.repertoire).map(\.text).joined(), style)
  }
}

extension [StyledText] {
  /// How many cells the pieces take, one behind the other.
  public func width(glyphs: Glyphs) -> Int {
    reduce(0) { $0 + $1.width(glyphs: glyphs) }
  }
}
