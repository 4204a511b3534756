/// Makes rows odd: some that a tolerant reader still understands, some that nobody can.
struct RowFaults: Sendable {
  let dice: FaultDice
  let dialect: Dialect

  /// The row as it is sent; `id` is its own, by which the fault is drawn, so that it is as odd on every page.
  func signIn(_ row: JSON, id: String) -> JSON {
    if dice.strikes(.unreadable, row: id) {
      return unreadable(row, dice.draw(.unreadable, text: id)[.blemish])
    }
    guard dice.strikes(.dirty, row: id) else { return row }
    return dirty(row, dice.draw(.dirty, text: id)[.blemish])
  }

  func customer(_ row: JSON, id: String) -> JSON {
    guard dice.strikes(.dirty, row: id) else { return row }
    let draw = dice.draw(.dirty, text: id)[.blemish]
    switch draw.below(4) {
    case 0: return row.changing("jobStatus") { $0.asText }.changing("managementMode") { $0.asText }
    case 1: return row.setting(["countryOrRegion", "ownerEmail"], to: .null)
    case 2: return row.withKeysCapitalized
    default: return row.withUnknownMembers
    }
  }

  /// Without an id that could be known again, without a time that could be read, or no object at all.
  private func unreadable(_ row: JSON, _ draw: Hash) -> JSON {
    switch draw.below(6) {
    case 0: row.setting(["loginTime"], to: .text("yesterday"))
    case 1: row.setting(["loginTime"], to: .bool(true))
    case 2: row.setting(["id"], to: .null)
    case 3: row.without(["id"])
    case 4: .integer(17)
    default: .null
    }
  }

  /// The id and the time stay what they are, however they are written.
  private func dirty(_ row: JSON, _ draw: Hash) -> JSON {
    switch draw.below(12) {
    case 0: row.setting(["lat", "lon"], to: .text("NaN"))
    case 1: row.setting(["lat", "lon"], to: .integer(0))
    case 2: row.changing("lat") { $0.asText }.changing("lon") { $0.asText }
    case 3: row.setting(["lat"], to: .number(123.4))
    case 4: row.setting(["userId", "ip", "lat"], to: .null)
    case 5: row.without(["city", "country", "ip", "lon"])
    case 6: row.withKeysCapitalized
    case 7: row.changing("loginTime") { $0.respelled(draw[.precision]) }
    case 8: row.changing("isRisk") { $0.flagRespelled(draw[.risk]) }
    case 9: row.withUnknownMembers
    case 10: row.setting(["city", "country", "userDisplayName"], to: .text(""))
    default: row.setting(["userDisplayName"], to: .null).without(["userPrincipalName"])
    }
  }
}

extension JSON {
  /// A number as a text; anything else as it is.
  fileprivate var asText: JSON {
    switch self {
    case .integer(let value): .text(String(value))
    case .number(let value): .text(String(value))
    default: self
    }
  }

  /// The same moment: ticks as digits in a text, ISO 8601 without its zone or with an offset of zero.
  fileprivate func respelled(_ draw: Hash) -> JSON {
    guard case .text(let text) = self, text.hasSuffix("Z") else { return asText }
    return .text(String(text.dropLast()) + (draw.below(2) == 0 ? "" : "+00:00"))
  }

  fileprivate func flagRespelled(_ draw: Hash) -> JSON {
    guard case .bool(let value) = self else { return self }
    return draw.below(2) == 0 ? .text(value ? "True" : "False") : .integer(value ? 1 : 0)
  }

  fileprivate var withKeysCapitalized: JSON {
    changingMembers { member in
      JSON.Member(name: member.name.prefix(1).uppercased() + member.name.dropFirst(), value: member.value)
    }
  }

  fileprivate var withUnknownMembers: JSON {
    guard case .members(let members) = self else { return self }
    let unknown = [
      Member(name: "$type", value: .text("Row")),
      Member(name: "details", value: .object(["tags": .list([.null, .integer(-1)]), "": .object([:])])),
    ]
    return .members(unknown + members)
  }

  fileprivate func setting(_ names: Set<String>, to value: JSON) -> JSON {
    changingMembers { names.contains($0.name) ? JSON.Member(name: $0.name, value: value) : $0 }
  }

  fileprivate func changing(_ name: String, _ change: (JSON) -> JSON) -> JSON {
    changingMembers { $0.name == name ? JSON.Member(name: name, value: change($0.value)) : $0 }
  }

  fileprivate func without(_ names: Set<String>) -> JSON {
    changingMembers { names.contains($0.name) ? nil : $0 }
  }

  private func changingMembers(_ change: (Member) -> Member?) -> JSON {
    guard case .members(let members) = self else { return self }
    return .members(members.compactMap(change))
  }
}
