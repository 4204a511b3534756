extension Key {
  /// What the key is called on the screen and in the configuration: `j`, `^F`, `PgDn`, `F5`, `Space`, `Alt-b`.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "^\(letter.uppercased())"
    case .alt(let letter): "Alt-\(letter)"
    case .function(let number): "F\(number)"
    case .paste: "a paste"
    case .wheelUp, .wheelDown: "the wheel"
    case .click: "a click"
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace,
      .delete, .wordLeft, .wordRight:
      Key.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// The key of a name, in whatever case the longer names are written; nil where there is none.
  public init?(named name: String) {
    if let named = Key.names.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = named.key
    } else if let letter = Key.letter(of: name, after: "^") ?? Key.letter(of: name, after: "Ctrl-") {
      guard let lower = letter.lowercased().first, lower.isASCII, lower.isLetter else { return nil }
      self = .control(lower)
    } else if let letter = Key.letter(of: name, after: "Alt-") {
      self = .alt(letter)
    } else if name.count > 1, name.first == "F" || name.first == "f", let number = Int(name.dropFirst()),
      (1...12).contains(number)
    {
      self = .function(number)
    } else if name.count == 1, let character = name.first, character != "^" || name == "^" {
      self = .character(character)
    } else {
      return nil
    }
  }

  private static func letter(of name: String, after prefix: String) -> Character? {
    guard name.count == prefix.count + 1, name.lowercased().hasPrefix(prefix.lowercased()) else { return nil }
    return name.last
  }

  private static let names: [(key: Key, name: String)] = [
    (.character(" "), "Space"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
    (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"),
    (.backTab, "Shift-Tab"), (.backspace, "Backspace"), (.delete, "Del"), (.wordLeft, "Ctrl-Left"),
    (.wordRight, "Ctrl-Right"),
  ]
}
