/// What the program has to say to the user: one line at a time, with a history.
@MainActor
public final class MessageLog {
  /// Kept at most; the oldest go.
  static let longest = 200

  /// The newest message, until the user does something else.
  public private(set) var current: Message?
  /// Oldest first.
  public private(set) var history: [Message] = []
  private let onChange: @MainActor () -> Void

  init(onChange: @escaping @MainActor () -> Void) {
    self.onChange = onChange
  }

  /// Shows a message in place of the one before.
  public func post(_ severity: Message.Severity, _ text: String) {
    let message = Message(severity: severity, text: text)
    current = message
    if history.last != message { keep(message) }
    onChange()
  }

  /// Keeps a message for whoever looks at the history, without showing it now. What is there already is not repeated.
  func record(_ severity: Message.Severity, _ text: String) {
    let message = Message(severity: severity, text: text)
    if !history.contains(message) { keep(message) }
  }

  private func keep(_ message: Message) {
    history.append(message)
    if history.count > MessageLog.longest { history.removeFirst() }
  }

  /// The user has gone on: the line is free again. The history keeps what stood there.
  public func dismiss() {
    current = nil
  }
}

/// One line for the user. May contain foreign text.
public struct Message: Hashable, Sendable {
  public enum Severity: Hashable, Sendable {
    case note
    case warning
    case failure
  }

  public let severity: Severity
  public let text: String
}
