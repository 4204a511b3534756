import Elements
import SignInAnalysis

/// The text of a ticket: a template filled with facts. Whatever is foreign in them is inert in it.
public struct TicketText: Sendable {
  private let format: TicketFormat
  private let template: TicketTemplate

  /// - Parameter template: nil for the usual one of the format.
  public init(_ format: TicketFormat = .text, template: TicketTemplate? = nil) {
    self.format = format
    self.template = template ?? .usual(format)
  }

  public func text(of facts: TicketFacts) -> String {
    let writer = TicketWriter(facts: facts, format: format)
    return writer.lines(template.nodes, of: facts.signIns).map { $0 + "\n" }.joined()
  }
}

/// Fills a template.
struct TicketWriter {
  let facts: TicketFacts
  let format: TicketFormat

  /// - Parameter signIns: those that the nodes are about.
  func lines(_ nodes: [TicketTemplate.Node], of signIns: [TicketSignIn]) -> [String] {
    nodes.flatMap { node in
      switch node {
      case .line(let parts): lines(parts, of: signIns)
      case .block(let block, let inner): groups(block, of: signIns).flatMap { lines(inner, of: $0) }
      }
    }
  }

  private func groups(_ block: TicketBlock, of signIns: [TicketSignIn]) -> [[TicketSignIn]] {
    switch block {
    case .each: signIns.map { [$0] }
    case .one: signIns.count == 1 ? [signIns] : []
    case .several: signIns.count > 1 ? [signIns] : []
    case .eachTenant: grouped(signIns) { $0.handed.tenant }
    case .eachUser: grouped(signIns) { $0.handed.signIn.userPrincipalName }
    case .eachAddress: grouped(signIns) { $0.handed.signIn.ip }
    }
  }

  /// Those with the same value together, in the order in which values are met; those without one in no group.
  private func grouped<Value: Hashable>(
    _ signIns: [TicketSignIn], by value: (TicketSignIn) -> Value?
  ) -> [[TicketSignIn]] {
    var groups: [[TicketSignIn]] = []
    var places: [Value: Int] = [:]
    for signIn in signIns {
      guard let value = value(signIn) else { continue }
      if let place = places[value] {
        groups[place].append(signIn)
      } else {
        places[value] = groups.count
        groups.append([signIn])
      }
    }
    return groups
  }

  /// One line, none where all its fields are empty, or one for each value of a field of lines.
  private func lines(_ parts: [TicketTemplate.Part], of signIns: [TicketSignIn]) -> [String] {
    let fields = parts.compactMap { if case .field(let field) = $0 { field } else { TicketField?.none } }
    let values = Dictionary(uniqueKeysWithValues: Set(fields).map { ($0, self.values(of: $0, signIns)) })
    guard fields.isEmpty || values.values.contains(where: { !$0.isEmpty }) else { return [] }
    let count = max(1, fields.filter(\.isOfLines).compactMap { values[$0]?.count }.max() ?? 1)
    return (0..<count).map { line in
      parts.map { part in
        switch part {
        case .text(let text): text
        case .field(let field): text(of: field, values[field] ?? [], line: line)
        }
      }.joined().trimmingEnd
    }
  }

  private func text(of field: TicketField, _ values: [String], line: Int) -> String {
    field.isOfLines ? (values.indices.contains(line) ? values[line] : "") : values.joined(separator: ", ")
  }
}

extension String {
  /// Without spaces at its end.
  fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
