import SignInAnalysis

/// What a profile says about one tenant.
public struct DescribedTenant: Hashable, Sendable {
  private static let keys = ["tenant", "alias", "groups", "hidden", "risky_actions"]

  /// Its name or id.
  public let tenant: String
  /// What the list of tenants calls it.
  public private(set) var alias: String?
  public private(set) var groups: [String] = []
  /// It is in no list.
  public private(set) var isHidden = false
  /// How many risky actions mark it as risky; nil for as many as others.
  public private(set) var riskyActions: Int?

  /// Reads `[[profiles.NAME.tenant_settings]]`.
  static func read(_ node: TOMLNode, key: String) throws(ConfigurationFileError) -> [DescribedTenant] {
    guard case .list(let items) = node else {
      throw .wrongValue(key: key, expected: "tables [[\(key)]]", found: node.kind)
    }
    var tenants: [DescribedTenant] = []
    for (place, item) in items.enumerated() { tenants.append(try DescribedTenant(item, key: "\(key)[\(place + 1)]")) }
    return tenants
  }

  private init(_ node: TOMLNode, key: String) throws(ConfigurationFileError) {
    guard case .table(let entries) = node else {
      throw .wrongValue(key: key, expected: "a table with tenant", found: node.kind)
    }
    guard let named = entries.first(where: { $0.key == "tenant" }) else { throw .missingKey("\(key).tenant") }
    guard case .text(let tenant) = named.node, !tenant.isEmpty else {
      throw .wrongValue(key: "\(key).tenant", expected: "a tenant's name or id", found: named.node.kind)
    }
    self.tenant = tenant
    for entry in entries { try take(entry, key: "\(key).\(entry.key)") }
  }

  private mutating func take(_ entry: TOMLNode.Entry, key: String) throws(ConfigurationFileError) {
    switch (entry.key, entry.node) {
    case ("tenant", _): break
    case ("alias", .text(let text)) where !text.isEmpty: alias = text
    case ("hidden", .flag(let flag)): isHidden = flag
    case ("risky_actions", .number(let number)) where (1...1_000_000).contains(number): riskyActions = number
    case ("groups", let node):
      guard case .texts(let groups) = Setting.Kind.texts.value(of: node) else {
        throw .wrongValue(key: key, expected: "a list of texts", found: node.kind)
      }
      self.groups = groups
    case ("alias", _): throw .wrongValue(key: key, expected: "a text", found: entry.node.kind)
    case ("hidden", _): throw .wrongValue(key: key, expected: "true or false", found: entry.node.kind)
    case ("risky_actions", _):
      throw .wrongValue(key: key, expected: Setting.riskyActions.kind.expectation, found: entry.node.kind)
    default: throw .unknownKey(key, nearest: NearestName.all(near: entry.key, among: Self.keys))
    }
  }
}
