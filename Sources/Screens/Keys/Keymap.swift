import TerminalUI
import ViewModels

/// Which key asks for which command.
public struct Keymap: Sendable {
  private let keys: [CommandID: [Key]]

  /// Another key for a command, as the configuration gives it.
  public struct Change: Hashable, Sendable {
    public let command: String
    /// Empty for a command without a key.
    public let keys: [String]

    public init(command: String, keys: [String]) {
      self.command = command
      self.keys = keys
    }
  }

  /// The usual keys with some changed: a command that is named has the keys given, and no others.
  public init(changing changes: [Change] = []) throws(KeymapError) {
    var keys = Keymap.usual
    for change in changes {
      guard let command = CommandID(rawValue: change.command) else { throw .unknownCommand(change.command) }
      var named: [Key] = []
      for name in change.keys {
        guard let key = Key(named: name) else { throw .unknownKey(name, of: command) }
        named.append(key)
      }
      keys[command] = named
    }
    self.init(keys)
    for kind in Place.Kind.allCases { try checkClashes(in: kind) }
    guard !self.keys(of: .quit).isEmpty || !self.keys(of: .back).isEmpty else { throw .noWayOut }
    let leavingPrompts = self.keys(of: .escape) + self.keys(of: .stop)
    guard leavingPrompts.contains(where: { PromptModel.Edit($0) == nil }) else { throw .noWayOutOfPrompt }
  }

  private init(_ keys: [CommandID: [Key]]) {
    self.keys = keys
  }

  /// The keys that nobody has changed.
  public static let standard = Keymap(usual)

  public func keys(of command: CommandID) -> [Key] { keys[command] ?? [] }

  /// The first of a command's keys, by which texts name it; the command's own name where it has none.
  public func name(of command: CommandID) -> String {
    keys(of: command).first?.name ?? command.rawValue
  }

  /// What a key asks for in a place; nil where it does nothing there.
  public func command(for key: Key, in kind: Place.Kind) -> CommandID? {
    Command.all.first { kind.offers($0) && keys(of: $0.id).contains(key) }?.id
  }

  private func checkClashes(in kind: Place.Kind) throws(KeymapError) {
    var taken: [Key: CommandID] = [:]
    for command in Command.all where kind.offers(command) {
      for key in keys(of: command.id) {
        if let other = taken[key], other != command.id { throw .clash(key, other, command.id) }
        taken[key] = command.id
      }
    }
  }
}

/// Why keys can't be changed as the configuration wants.
public enum KeymapError: Error, Hashable, Sendable {
  case unknownCommand(String)
  case unknownKey(String, of: CommandID)
  case clash(Key, CommandID, CommandID)
  /// There would be no key to leave by.
  case noWayOut
  /// There would be no key to leave a filter by that is being typed.
  case noWayOutOfPrompt

  /// What is wrong, and what to do.
  public var sentence: String {
    switch self {
    case .unknownCommand(let name): "no command is called \"\(name)\"; risktop shows them all on the key ?"
    case .unknownKey(let name, let command):
      "no key is called \"\(name)\" (for \(command.rawValue)); write a character, ^F, F5, PgDn, Enter or Space"
    case .clash(let key, let first, let second):
      "the key \(key.name) would do two things in one place: \(first.rawValue) and \(second.rawValue)"
    case .noWayOut: "neither quit nor back would have a key: there would be no way out"
    case .noWayOutOfPrompt:
      "neither escape nor stop would have a key that is no letter: a filter that is being typed could not be left"
    }
  }
}
