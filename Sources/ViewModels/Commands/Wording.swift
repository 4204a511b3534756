import Elements

/// Words of the program that may name commands. A screen puts their keys in, so that no text spells a key.
///
/// ```swift
/// let words: Wording = "46 new: press \(.refresh)"
/// ```
public struct Wording: Hashable, Sendable, ExpressibleByStringInterpolation {
  public enum Part: Hashable, Sendable {
    case text(String)
    case command(CommandID)
    /// Shown as a time of day.
    case time(Timestamp)
  }

  public let parts: [Part]

  public init(_ text: String) {
    parts = [.text(text)]
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }

  public init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    public mutating func appendInterpolation(_ command: CommandID) {
      parts.append(.command(command))
    }

    public mutating func appendInterpolation(_ time: Timestamp) {
      parts.append(.time(time))
    }

    public mutating func appendInterpolation(_ text: some CustomStringConvertible) {
      parts.append(.text(text.description))
    }

    public mutating func appendInterpolation(_ words: Wording) {
      parts += words.parts
    }
  }

  /// The words with each command named, by its key for instance, and each time shown.
  public func text(naming name: (CommandID) -> String, clock: (Timestamp) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .command(let command): name(command)
      case .time(let time): clock(time)
      }
    }.joined()
  }
}
