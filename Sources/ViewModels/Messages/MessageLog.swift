import Elements

/// What the program has to say to the user: one line at a time, with a history.
@MainActor
public final class MessageLog {
  /// Kept at most; the oldest go.
  static let longest = 200

  /// The newest message, until the user does something else.
  public private(set) var current: Message?
  /// Oldest first.
  public var history: [Message] { entries.map(\.message) }
  private var entries: [(message: Message, subject: String?)] = []
  private let now: @MainActor () -> Timestamp
  private let onChange: @MainActor () -> Void

  init(now: @escaping @MainActor () -> Timestamp, onChange: @escaping @MainActor () -> Void) {
    self.now = now
    self.onChange = onChange
  }

  /// Shows a message in place of the one before.
  public func post(_ severity: Message.Severity, _ text: Wording) {
    let message = Message(severity: severity, text: text, time: now())
    current = message
    if entries.last?.message.says(message) != true { keep(message) }
    onChange()
  }

  /// Keeps a message for whoever looks at the history, without showing it now, in place of what was recorded about the
  /// same before. The same words again leave everything as it is.
  func record(_ severity: Message.Severity, _ text: String, about subject: @MainActor () -> String) {
    let subject = subject()
    let message = Message(severity: severity, text: Wording("\(subject): \(text)"), time: now())
    guard !entries.contains(where: { $0.message.says(message) }) else { return }
    entries.removeAll { $0.subject == subject }
    keep(message, about: subject)
  }

  /// Keeps a message without showing it now.
  func keep(_ severity: Message.Severity, _ text: Wording) {
    keep(Message(severity: severity, text: text, time: now()))
  }

  private func keep(_ message: Message, about subject: String? = nil) {
    entries.append((message, subject))
    if entries.count > MessageLog.longest { entries.removeFirst() }
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
  public let text: Wording
  /// When it was said first.
  public let time: Timestamp

  func says(_ other: Message) -> Bool { severity == other.severity && text == other.text }
}
