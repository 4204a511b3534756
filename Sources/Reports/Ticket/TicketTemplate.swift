/// The text of a ticket with fields in braces, and lines that are repeated.
///
/// ```
/// {title}
/// {each}
/// {user} at {time_utc} from {address}, listed in {place}
/// {end}
/// ```
///
/// `{{` and `}}` are braces. A block begins and ends in lines of its own. A line of which all fields are empty is left
/// out.
public struct TicketTemplate: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case field(TicketField)
  }

  indirect enum Node: Hashable, Sendable {
    case line([Part])
    case block(TicketBlock, [Node])
  }

  let nodes: [Node]

  init(nodes: [Node]) {
    self.nodes = nodes
  }

  public init(parsing text: String) throws(TicketTemplateError) {
    var parser = TicketTemplateParser()
    // Swift takes a carriage return and a line feed for one character, which is a line break as well.
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines { try parser.take(line) }
    nodes = try parser.end()
  }
}

/// What is wrong with a template, and where: line and column count from 1.
public struct TicketTemplateError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case unknownField(String)
    case unclosedBrace
    case strayBrace
    /// A block's beginning or end does not stand alone in its line.
    case blockNotAlone(String)
    case unclosedBlock(String)
    case endWithoutBlock
  }

  public let line: Int
  public let column: Int
  public let reason: Reason
}
