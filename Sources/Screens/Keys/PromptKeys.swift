import TerminalUI
import ViewModels

extension Key {
  /// This key with the text that is typed or pasted right behind it, if it is text itself; takes that off the others.
  func joined(with others: inout ArraySlice<Key>) -> Key {
    guard var text = typedText, let next = others.first?.typedText else { return self }
    others.removeFirst()
    text += next
    while let more = others.first?.typedText {
      others.removeFirst()
      text += more
    }
    return .paste(text)
  }

  private var typedText: String? {
    switch self {
    case .character(let character): String(character)
    case .paste(let text): text
    case .control, .alt, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab,
      .backspace, .delete, .function, .wordLeft, .wordRight, .wheelUp, .wheelDown, .click:
      nil
    }
  }
}

extension PromptModel.Edit {
  /// What a key does to a line that is being typed; nil for keys that mean nothing there.
  init?(_ key: Key) {
    switch key {
    case .character(let character): self = .insert(String(character))
    case .paste(let text): self = .insert(text)
    case .backspace: self = .deleteBackward
    case .delete: self = .deleteForward
    case .control("w"): self = .deleteWord
    case .control("u"): self = .deleteToStart
    case .left, .control("b"): self = .left
    case .right, .control("f"): self = .right
    case .alt("b"), .wordLeft: self = .wordLeft
    case .alt("f"), .wordRight: self = .wordRight
    case .home, .control("a"): self = .start
    case .end, .control("e"): self = .end
    case .up: self = .older
    case .down: self = .newer
    case .control, .alt, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .function, .wheelUp, .wheelDown,
      .click:
      return nil
    }
  }
}
