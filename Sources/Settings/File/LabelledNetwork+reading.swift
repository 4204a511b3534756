import Elements
import SignInAnalysis

extension LabelledNetwork {
  private static let keys = ["cidr", "kind", "name"]

  /// Reads `[[networks]]`.
  static func read(_ node: TOMLNode, key: String) throws(ConfigurationFileError) -> [LabelledNetwork] {
    guard case .list(let items) = node else {
      throw .wrongValue(key: key, expected: "tables [[\(key)]]", found: node.kind)
    }
    var networks: [LabelledNetwork] = []
    for (place, item) in items.enumerated() { networks.append(try LabelledNetwork(item, key: "\(key)[\(place + 1)]")) }
    return networks
  }

  private init(_ node: TOMLNode, key: String) throws(ConfigurationFileError) {
    guard case .table(let entries) = node else {
      throw .wrongValue(key: key, expected: "a table with cidr and kind", found: node.kind)
    }
    var texts: [String: String] = [:]
    for entry in entries {
      guard Self.keys.contains(entry.key) else {
        throw .unknownKey("\(key).\(entry.key)", nearest: NearestName.all(near: entry.key, among: Self.keys))
      }
      guard case .text(let text) = entry.node else {
        throw .wrongValue(key: "\(key).\(entry.key)", expected: "a text", found: entry.node.kind)
      }
      texts[entry.key] = text
    }
    guard let cidr = texts["cidr"] else { throw .missingKey("\(key).cidr") }
    guard let word = texts["kind"] else { throw .missingKey("\(key).kind") }
    // Of an address of which a part is blacked out nobody knows the network.
    guard let network = IPNetwork(cidr: cidr) ?? IPNetwork(address: cidr).flatMap({ $0.prefixLength == 128 ? $0 : nil })
    else {
      throw .wrongValue(key: "\(key).cidr", expected: "a network such as 203.0.113.0/24", found: "another text")
    }
    guard let kind = NetworkKind(rawValue: folded(word)) else {
      let kinds = NetworkKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .wrongValue(key: "\(key).kind", expected: "one of \(kinds)", found: "another text")
    }
    self.init(network: network, kind: kind, name: texts["name"] ?? "")
  }
}
