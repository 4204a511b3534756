/// How findings leave the dashboard, and which filters were kept before.
public struct HandOverPreferences: Sendable {
  public static let none = HandOverPreferences()

  /// Where a ticket's text can go; never empty.
  public let ticketWays: [TicketWay]
  public let filters: FilterShelf

  public init(ticketWays: [TicketWay] = [.clipboard], filters: FilterShelf = .none) {
    self.ticketWays = ticketWays.isEmpty ? [.clipboard] : ticketWays
    self.filters = filters
  }
}

/// Where a ticket's text goes.
public enum TicketWay: Hashable, Sendable {
  case clipboard
  case file
  /// A program that reads it.
  case command(name: String)

  public var words: String {
    switch self {
    case .clipboard: "to the clipboard"
    case .file: "into a file"
    case .command(let name): "to \(name)"
    }
  }
}
