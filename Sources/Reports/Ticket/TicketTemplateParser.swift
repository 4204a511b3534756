/// Reads a template line by line.
struct TicketTemplateParser {
  private typealias Part = TicketTemplate.Part

  /// A block whose end is still to come; the first is the template itself.
  private struct Open {
    let block: TicketBlock?
    let line: Int
    let column: Int
    var nodes: [TicketTemplate.Node] = []
  }

  private var open = [Open(block: nil, line: 0, column: 0)]
  private var number = 0

  mutating func take(_ line: Substring) throws(TicketTemplateError) {
    number += 1
    if try takeBlock(line) { return }
    add(.line(try parts(of: line)))
  }

  func end() throws(TicketTemplateError) -> [TicketTemplate.Node] {
    if let last = open.last, let block = last.block {
      throw TicketTemplateError(line: last.line, column: last.column, reason: .unclosedBlock(block.rawValue))
    }
    return open[0].nodes
  }

  private mutating func add(_ node: TicketTemplate.Node) {
    open[open.count - 1].nodes.append(node)
  }

  /// Takes a line that is nothing but the beginning or the end of a block. False for another.
  private mutating func takeBlock(_ line: Substring) throws(TicketTemplateError) -> Bool {
    let start = line.prefix { $0 == " " || $0 == "\t" }.count
    let tag = line.dropFirst(start).reversed().drop { $0 == " " || $0 == "\t" }.reversed()
    guard tag.first == "{", tag.last == "}" else { return false }
    let name = String(tag.dropFirst().dropLast())
    if let block = TicketBlock(rawValue: name) {
      open.append(Open(block: block, line: number, column: start + 1))
      return true
    }
    guard name == "end" else { return false }
    guard open.count > 1, let closed = open.popLast(), let block = closed.block else {
      throw error(.endWithoutBlock, at: start)
    }
    add(.block(block, closed.nodes))
    return true
  }

  private func parts(of line: Substring) throws(TicketTemplateError) -> [Part] {
    var parts: [Part] = []
    var text = ""
    let characters = Array(line)
    var place = 0
    while place < characters.count {
      let character = characters[place]
      guard character == "{" || character == "}" else {
        if !character.isControl { text.append(character) }
        place += 1
        continue
      }
      if place + 1 < characters.count, characters[place + 1] == character {
        text.append(character)
        place += 2
        continue
      }
      guard character == "{" else { throw error(.strayBrace, at: place) }
      guard let end = characters[place...].firstIndex(of: "}") else { throw error(.unclosedBrace, at: place) }
      if !text.isEmpty { parts.append(.text(text)) }
      text = ""
      parts.append(.field(try field(String(characters[(place + 1)..<end]), at: place)))
      place = end + 1
    }
    if !text.isEmpty { parts.append(.text(text)) }
    return parts
  }

  private func field(_ name: String, at place: Int) throws(TicketTemplateError) -> TicketField {
    if let field = TicketField(rawValue: name) { return field }
    let isBlock = TicketBlock(rawValue: name) != nil || name == "end"
    throw error(isBlock ? .blockNotAlone(name) : .unknownField(name), at: place)
  }

  /// - Parameter place: of a character in the line, counted from 0.
  private func error(_ reason: TicketTemplateError.Reason, at place: Int) -> TicketTemplateError {
    TicketTemplateError(line: number, column: place + 1, reason: reason)
  }
}

extension Character {
  /// A control that is no tab, which a text to paste must not hold.
  fileprivate var isControl: Bool {
    self != "\t" && unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
