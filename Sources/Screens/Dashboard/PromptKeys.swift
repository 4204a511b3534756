import TerminalUI
import ViewModels

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
    case .left: self = .left
    case .right: self = .right
    case .home, .control("a"): self = .start
    case .end, .control("e"): self = .end
    case .up: self = .older
    case .down: self = .newer
    default: return nil
    }
  }
}
