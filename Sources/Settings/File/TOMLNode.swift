import TOMLKit

/// A value of a TOML document, as far as settings need it.
enum TOMLNode: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([TOMLNode])
  /// Keys in alphabetical order.
  case table([Entry])
  /// Of a type that no setting has, by its name.
  case other(String)

  struct Entry: Hashable, Sendable {
    let key: String
    let node: TOMLNode
  }

  /// The table that a document is. Throws `TOMLParseError`.
  static func entries(of document: String) throws -> [Entry] {
    entries(try TOMLTable(string: document))
  }

  private static func entries(_ table: TOMLTable) -> [Entry] {
    table.map { Entry(key: $0.0, node: TOMLNode(value: $0.1.tomlValue)) }.sorted { $0.key < $1.key }
  }

  private init(value: TOMLValue) {
    if let text = value.string, value.type == .string {
      self = .text(text)
    } else if let number = value.int, value.type == .int {
      self = .number(number)
    } else if let flag = value.bool, value.type == .bool {
      self = .flag(flag)
    } else if let list = value.array {
      self = .list(list.map { (item: any TOMLValueConvertible) in TOMLNode(value: item.tomlValue) })
    } else if let table = value.table {
      self = .table(Self.entries(table))
    } else {
      self = .other("a \(value.type.description)")
    }
  }

  /// For errors. Never the value, which may be a secret.
  var kind: String {
    switch self {
    case .text(let text): text.isEmpty ? "an empty text" : "another text"
    case .number: "the number"
    case .flag: "true or false"
    case .list: "a list"
    case .table: "a table"
    case .other(let name): name
    }
  }
}
