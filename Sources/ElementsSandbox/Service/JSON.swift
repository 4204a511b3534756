import Elements

/// A JSON text under construction: integers exact, every text escaped as RFC 8259 wants it.
enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([JSON])
  /// In the order in which it is written.
  case members([Member])

  struct Member: Sendable {
    var name: String
    var value: JSON
  }

  /// A member that is nil is left out.
  static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .members(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
  }

  static func text(orNull text: String?) -> JSON { text.map { .text($0) } ?? .null }

  /// UTF-8.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  private func write(to output: inout [UInt8]) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .integer(let value): output += String(value).utf8
    // JSON has no word for infinity or for what is not a number.
    case .number(let value): output += (value.isFinite ? String(value) : "null").utf8
    case .text(let text): JSON.write(text, to: &output)
    case .list(let items): JSON.write(items, in: ("[", "]"), to: &output) { $0.write(to: &$1) }
    case .members(let members):
      JSON.write(members, in: ("{", "}"), to: &output) { member, output in
        JSON.write(member.name, to: &output)
        output += ":".utf8
        member.value.write(to: &output)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], in brackets: (String, String), to output: inout [UInt8], each: (Item, inout [UInt8]) -> Void
  ) {
    output += brackets.0.utf8
    for (place, item) in items.enumerated() {
      if place > 0 { output += ",".utf8 }
      each(item, &output)
    }
    output += brackets.1.utf8
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output += "\"".utf8
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): output += "\\n".utf8
      case 0..<0x20: output += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: output.append(byte)
      }
    }
    output += "\"".utf8
  }
}
