/// What may stand before the colon of a term. Which of them a list has, and how their values are read, says its
/// `FilterList`.
public enum FilterField: String, Hashable, Sendable, CaseIterable {
  /// The display name, the principal name and the id.
  case user
  case upn
  case city
  case country
  /// The country or the city.
  case place
  case ip
  /// Of a sign-in the verdict; of a tenant the number of risky actions.
  case risky
  /// A property that a record has or has not.
  case `is`
  case since
  case until
  /// The hour of the day.
  case hour
  case customer
  case tenant
  /// Risky sign-ins in 24 hours.
  case risky24h
  /// The number of normal actions.
  case normal
  /// The names of a sign-in's signals.
  case signal
  /// Of a sign-in's signals; of a tenant that of its strongest one.
  case severity
  /// The labelled network of the address.
  case net
  /// How many users stayed at an address.
  case stayed
  /// How the reading of a tenant's counts ended.
  case state
  /// A group of the configuration.
  case group

  /// How it is written.
  var name: String { rawValue }

  /// Headings of columns that are no field's name.
  static let headings: [String: FilterField] = ["address": .ip, "principal": .upn, "risk": .risky]

  /// How a number of them is asked for.
  static let plurals: [String: FilterField] = ["users": .user, "customers": .customer, "tenants": .tenant]

  /// By its name or a column's heading; case does not matter.
  init?(written name: String) {
    let name = folded(name)
    guard let field = FilterField(rawValue: name) ?? FilterField.headings[name] ?? FilterField.plurals[name] else {
      return nil
    }
    self = field
  }

  /// Whether a folded text begins one of the names under which the field is known.
  func isBegun(by text: String) -> Bool {
    name.hasPrefix(text) || FilterField.headings.contains { $0.value == self && $0.key.hasPrefix(text) }
  }
}
