import Synchronization

/// A JSON object as it was read by way of `Codable`, before there was a reader for the bytes.
struct OracleObject {
  private let container: KeyedDecodingContainer<OracleKey>
  private let doubts: Doubts

  init(_ decoder: any Decoder) throws {
    container = try decoder.container(keyedBy: OracleKey.self)
    doubts = Doubts.key.flatMap { decoder.userInfo[$0] as? Doubts } ?? Doubts()
  }

  private func key(_ name: String) -> OracleKey? {
    let exact = OracleKey(name)
    if container.contains(exact) { return exact }
    let spellings = container.allKeys.filter { $0.stringValue.lowercased() == name.lowercased() }
    if spellings.count > 1 { doubts.arise() }
    return spellings.first
  }

  private func filledKey(_ name: String) -> OracleKey? {
    guard let key = key(name), (try? container.decodeNil(forKey: key)) != true else { return nil }
    return key
  }

  func contains(_ name: String) -> Bool { key(name) != nil }
  func isFilled(_ name: String) -> Bool { filledKey(name) != nil }

  func scalar(_ name: String) -> OracleScalar? {
    guard let key = filledKey(name) else { return nil }
    return (try? container.decode(OracleScalar.self, forKey: key)) ?? .unrepresentable
  }

  func text(_ name: String) -> String? {
    switch scalar(name) {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .unrepresentable: "\u{FFFD}"
    case .array, .object, .null, nil: nil
    }
  }

  /// A number or what was found; nil where there is nothing.
  func integer(_ name: String) -> Result<Int64, OracleProblem>? {
    guard let scalar = scalar(name) else { return nil }
    if case .integer(let integer) = scalar { return .success(integer) }
    if case .text(let text) = scalar, let integer = Int64(text.withoutSpace) { return .success(integer) }
    return .failure(OracleProblem(found: scalar.shown))
  }

  /// The same for what must not be negative.
  func count(_ name: String) -> Result<Int, OracleProblem>? {
    integer(name)?.flatMap { number in
      number >= 0 ? .success(Int(number)) : .failure(OracleProblem(found: String(number)))
    }
  }

  func number(_ name: String) -> Double? {
    guard let key = filledKey(name) else { return nil }
    if let number = try? container.decode(Double.self, forKey: key) { return number }
    guard case .text(let text) = scalar(name) else { return nil }
    return Double(text.withoutSpace)
  }

  func flag(_ name: String) -> Bool? {
    switch scalar(name) {
    case .flag(let flag): flag
    case .integer(1): true
    case .integer(0): false
    case .text(let text): Bool(text.withoutSpace.lowercased())
    default: nil
    }
  }

  func object(_ name: String) -> OracleObject? {
    filledKey(name).flatMap { try? container.decode(Nested.self, forKey: $0).object }
  }

  func elements<Element: Decodable>(_ name: String, of type: Element.Type) -> [Element]? {
    filledKey(name).flatMap { try? container.decode([Element].self, forKey: $0) }
  }

  private struct Nested: Decodable {
    let object: OracleObject

    init(from decoder: any Decoder) throws { object = try OracleObject(decoder) }
  }
}

struct OracleKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ text: String) { stringValue = text }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

struct OracleProblem: Error {
  var at = ""
  let found: String
}

/// Notes that `Codable` may answer one way or another, as where two spellings of a key come in the order of a hash
/// table.
final class Doubts: Sendable {
  static let key = CodingUserInfoKey(rawValue: "doubts")
  private let haveArisen = Mutex(false)

  var any: Bool { haveArisen.withLock { $0 } }
  func arise() { haveArisen.withLock { $0 = true } }
}

/// Any JSON value.
enum OracleScalar: Decodable {
  case null
  case text(String)
  case integer(Int64)
  case number(Double)
  case flag(Bool)
  case array
  case object
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
    } else {
      self = (try? decoder.container(keyedBy: OracleKey.self)) == nil ? .unrepresentable : .object
    }
  }

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

extension String {
  var withoutSpace: Substring {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }

  /// As an answer shows what was found.
  var excerpt: String {
    guard count > 60, let last else { return self }
    return prefix(60) + "…" + (last == "”" || last == "\"" ? String(last) : "")
  }
}
