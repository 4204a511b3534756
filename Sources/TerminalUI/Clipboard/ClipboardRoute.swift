/// How a text reaches the clipboard of whoever sits before the terminal.
public enum ClipboardRoute: Hashable, Sendable {
  /// A program and its arguments, which reads the text.
  case command([String])
  /// tmux, which hands it on to the terminal it runs in.
  case tmux
  /// The terminal, through screen.
  case screen
  case terminal

  /// - Parameters:
  ///   - command: the user's own; empty for none.
  ///   - environment: looks a variable up.
  public init(command: [String], environment: (String) -> String?) {
    func isSet(_ variable: String) -> Bool { environment(variable)?.isEmpty == false }
    self = !command.isEmpty ? .command(command) : isSet("TMUX") ? .tmux : isSet("STY") ? .screen : .terminal
  }

  /// The program that is given the text, with its arguments; nil where the terminal is sent a sequence.
  public var arguments: [String]? {
    switch self {
    case .command(let arguments): arguments
    // `-w` has tmux hand it on to its own terminal (tmux 3.2 and later).
    case .tmux: ["tmux", "load-buffer", "-w", "-"]
    case .screen, .terminal: nil
    }
  }
}
