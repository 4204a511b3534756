import SafeText

/// What a ticket's text is for.
public enum TicketFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case markdown

  /// Foreign text, so that it is inert there.
  func quoted(_ foreign: String) -> String {
    switch self {
    case .text: sanitized(foreign)
    case .markdown: MarkdownText.code(foreign)
    }
  }
}
