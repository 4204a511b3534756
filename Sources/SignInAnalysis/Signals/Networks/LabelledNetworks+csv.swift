import Elements

/// What is wrong in a list of networks, and where: lines and columns count from 1, columns in characters.
public struct NetworkListError: Error, Hashable, Sendable {
  public let line: Int
  public let column: Int
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    /// Neither CIDR notation nor an address.
    case noNetwork(String)
    case noKind(String)
    /// A line needs two fields, or three.
    case fieldCount(Int)
    /// A quote that is not closed, or text after one that is.
    case quote
  }
}

extension NetworkListError {
  /// `line 3, column 12: no kind of network: office2 (office, vpn, relay, mobile, hosting or known)`.
  public var words: String { "line \(line), column \(column): \(reason.words)" }
}

extension NetworkListError.Reason {
  public var words: String {
    switch self {
    case .noNetwork(let text): "no network in CIDR notation: \(text)"
    case .noKind(let text): "no kind of network: \(text) (office, vpn, relay, mobile, hosting or known)"
    case .fieldCount(let count): "expected cidr,kind,name and found \(count) \(count == 1 ? "field" : "fields")"
    case .quote: "a quoted field does not end with its quote"
    }
  }
}

extension LabelledNetworks {
  /// Reads lines of `cidr,kind,name` (RFC 4180, fields on one line). The name may be missing; empty lines and those that
  /// begin with `#` are passed over, as is a first line that begins with `cidr`.
  ///
  /// An address without a length is a network of one.
  public init(csv text: String) throws(NetworkListError) {
    var networks: [LabelledNetwork] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      var line = line[...]
      if index == 0, line.first == "\u{FEFF}" { line.removeFirst() }
      let start = line.drop { $0 == " " || $0 == "\t" }
      guard let first = start.first, first != "#" else { continue }
      if index == 0, folded(String(start)).hasPrefix("cidr") { continue }
      networks.append(try LabelledNetwork(csv: line, line: index + 1))
    }
    self.init(networks)
  }
}

extension LabelledNetwork {
  fileprivate init(csv text: Substring, line: Int) throws(NetworkListError) {
    let fields = try CSVField.fields(of: text, line: line)
    guard (2...3).contains(fields.count) else {
      throw NetworkListError(line: line, column: 1, reason: .fieldCount(fields.count))
    }
    guard let network = IPNetwork(cidr: fields[0].text) ?? AddressKey.single(fields[0].text) else {
      throw NetworkListError(line: line, column: fields[0].column, reason: .noNetwork(fields[0].text))
    }
    guard let kind = NetworkKind(rawValue: folded(fields[1].text)) else {
      throw NetworkListError(line: line, column: fields[1].column, reason: .noKind(fields[1].text))
    }
    self.init(network: network, kind: kind, name: fields.count == 3 ? fields[2].text : "")
  }
}

extension AddressKey {
  /// A network of one address; nil for text that is no address.
  fileprivate static func single(_ text: String) -> IPNetwork? {
    guard let network = IPNetwork(address: text), network.prefixLength == 128 else { return nil }
    return network
  }
}

private struct CSVField {
  let text: String
  /// Where it begins, from 1.
  let column: Int

  static func fields(of line: Substring, line number: Int) throws(NetworkListError) -> [CSVField] {
    var fields: [CSVField] = []
    var rest = line[...]
    var column = 1
    while true {
      let spaces = rest.prefix { $0 == " " || $0 == "\t" }.count
      rest = rest.dropFirst(spaces)
      let start = column + spaces
      guard let (text, length) = rest.first == "\"" ? quoted(rest) : plain(rest) else {
        throw NetworkListError(line: number, column: start, reason: .quote)
      }
      fields.append(CSVField(text: text, column: start))
      rest = rest.dropFirst(length)
      guard rest.first == "," else { return fields }
      rest = rest.dropFirst()
      column = start + length + 1
    }
  }

  /// Up to the next comma, without the spaces at its end, and how many characters that was.
  private static func plain(_ text: Substring) -> (String, Int)? {
    let field = text.prefix { $0 != "," }
    var trimmed = field
    while let last = trimmed.last, last == " " || last == "\t" { trimmed.removeLast() }
    return (String(trimmed), field.count)
  }

  /// A quote inside is written twice. Nil where a comma or the end of the line does not follow.
  private static func quoted(_ text: Substring) -> (String, Int)? {
    var value = ""
    var length = 1
    var rest = text.dropFirst()
    while let character = rest.first {
      rest = rest.dropFirst()
      length += 1
      if character != "\"" {
        value.append(character)
      } else if rest.first == "\"" {
        value.append(character)
        rest = rest.dropFirst()
        length += 1
      } else {
        return rest.isEmpty || rest.first == "," ? (value, length) : nil
      }
    }
    return nil
  }
}
