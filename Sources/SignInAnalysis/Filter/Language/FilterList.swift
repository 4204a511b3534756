/// The fields that the filter of a list has, in the order in which they are offered.
public struct FilterList: Sendable {
  let rules: [FieldRule]

  init(_ rules: [FieldRule]) {
    self.rules = rules
  }

  /// The same list, for those of its records that do not have some of the fields.
  public func without(_ fields: Set<FilterField>) -> FilterList {
    FilterList(rules.filter { !fields.contains($0.field) })
  }

  public var fields: [FilterField] { rules.map(\.field) }

  func rule(of field: FilterField) -> FieldRule? {
    rules.first { $0.field == field }
  }
}

/// How the values of a field are read.
struct FieldRule: Sendable {
  enum Kind: Sendable {
    /// Some text contains it.
    case text
    /// Some text is it.
    case label
    /// As `label`, and there are no others.
    case labels([String])
    case country
    /// A country, or a part of a city's name.
    case place
    case address
    case verdict
    case property
    case signal
    case severity
    case network
    case since
    case until
    case hours
    /// Compared, not asked for with a colon.
    case number
    /// Some text contains it after a colon; else how many there are is compared.
    case countedText
  }

  let field: FilterField
  let kind: Kind
  /// What is expected after the name, as a phrase that goes on from *expected*.
  let expectation: String

  init(_ field: FilterField, _ kind: Kind, _ expectation: String) {
    self.field = field
    self.kind = kind
    self.expectation = expectation
  }

  var isNumber: Bool {
    if case .number = kind { true } else { false }
  }

  /// Whether what stands after a sign is compared.
  func isCompared(after sign: String) -> Bool {
    switch kind {
    case .number: true
    case .countedText: NumberComparison(rawValue: sign) != nil
    default: false
    }
  }
}

/// The table of fields. A new one needs a row here, a case of `FilterField`, and a value in the records of its lists.
extension FilterList {
  /// The sign-ins of one tenant.
  public static let signIns = signInsOfAllTenants.without([.customer, .tenant])

  /// Sign-ins with the tenant that each is of.
  public static let signInsOfAllTenants = FilterList([
    FieldRule(.user, .text, "a name"),
    FieldRule(.upn, .text, "a name"),
    FieldRule(.country, .country, "a country"),
    FieldRule(.city, .text, "a city"),
    FieldRule(.place, .place, "a country or a city"),
    FieldRule(.ip, .address, "an IPv4 or IPv6 address or network, such as 203.0.113.0/24"),
    FieldRule(.risky, .verdict, "yes or no"),
    FieldRule(.is, .property, "risky, quiet or stayed"),
    FieldRule(.signal, .signal, "a signal's name, such as travel or shared-address"),
    FieldRule(.severity, .severity, "high, medium or low"),
    FieldRule(.net, .network, "office, vpn, relay, mobile, hosting, known or a network's name"),
    FieldRule(.since, .since, "a time, such as 24h, 7d, today, 2026-11-01 or 2026-11-01T14:30"),
    FieldRule(.until, .until, "a time, such as 24h, 7d, today, 2026-11-01 or 2026-11-01T14:30"),
    FieldRule(.hour, .hours, "hours from 0 to 24, such as 9 or 22-06"),
    FieldRule(.customer, .text, "a name"),
    FieldRule(.tenant, .text, "a name"),
  ])

  public static let tenants = FilterList([
    FieldRule(.customer, .text, "a name"),
    FieldRule(.tenant, .text, "a name"),
    FieldRule(.country, .country, "a country"),
    FieldRule(.risky, .number, "a comparison with a number, such as risky>10"),
    FieldRule(.risky24h, .number, "a comparison with a number, such as risky24h>0"),
    FieldRule(.normal, .number, "a comparison with a number, such as normal=0"),
    FieldRule(.severity, .severity, "high, medium or low"),
    FieldRule(.state, .labels(["failed"]), "failed"),
    FieldRule(.group, .label, "a group's name"),
  ])

  /// Addresses with the tenants in which they were seen: `customers>3`, `users>3`, `customer:quay`.
  public static let addresses = FilterList([
    FieldRule(.ip, .address, "an IPv4 or IPv6 address or network, such as 203.0.113.0/24"),
    FieldRule(.country, .country, "a country"),
    FieldRule(.customer, .countedText, "a name, or a comparison with a number, such as customers>3"),
    FieldRule(.tenant, .countedText, "a name, or a comparison with a number, such as tenants>3"),
    FieldRule(.user, .number, "a comparison with a number, such as users>3"),
    FieldRule(.risky, .number, "a comparison with a number, such as risky>10"),
    FieldRule(.normal, .number, "a comparison with a number, such as normal=0"),
    FieldRule(.stayed, .number, "a comparison with a number, such as stayed>0"),
  ])
}
