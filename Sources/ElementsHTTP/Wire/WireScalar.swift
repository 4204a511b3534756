/// Any JSON value, as far as it must be told apart to be read or named.
enum WireScalar: Decodable, Hashable, Sendable {
  case null
  case text(String)
  case integer(Int64)
  case number(Double)
  case flag(Bool)
  case array
  case object
  /// Such as a text with half a surrogate pair, or a number beyond every type.
  case unrepresentable

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let integer = try? value.decode(Int64.self) {
      self = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if (try? decoder.unkeyedContainer()) != nil {
      self = .array
    } else if (try? decoder.container(keyedBy: WireKey.self)) != nil {
      self = .object
    } else {
      self = .unrepresentable
    }
  }

  /// As an error names it: `"yesterday"`, `12`, `an array`. Not shortened.
  var shown: String {
    switch self {
    case .null: "null"
    case .text(let text): "\"\(text)\""
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .array: "an array"
    case .object: "an object"
    case .unrepresentable: "a value that can't be represented"
    }
  }
}
