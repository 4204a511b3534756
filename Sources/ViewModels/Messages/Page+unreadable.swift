import Elements
import SignInStore

extension Page<SignIn> {
  /// `2 rows could not be read: row 3, no id; row 17, loginTime "yesterday"`; nil where all could be. Contains foreign
  /// text.
  var unreadableInWords: String? {
    guard !unreadable.isEmpty else { return nil }
    return "\(unreadable.count.counted("row")) could not be read: \(unreadable.namingFirst(\.inWords))"
  }
}

extension Page<Customer> {
  /// `1 row and 1 tenant could not be read: row 3, no id; tenant 2 of Contoso, no id`; nil where all could be. Contains
  /// foreign text.
  var unreadableInWords: String? {
    let tenants = items.flatMap { customer in customer.unreadableTenants.map { UnreadableTenant(of: customer, $0) } }
    let counts = [(unreadable.count, "row"), (tenants.count, "tenant")].filter { $0.0 > 0 }.map { $0.0.counted($0.1) }
    guard !counts.isEmpty else { return nil }
    let names = unreadable.map(\.inWords) + tenants.map(\.inWords)
    return "\(counts.joined(separator: " and ")) could not be read: \(names.namingFirst { $0 })"
  }
}

extension UnreadableRow {
  fileprivate var inWords: String { "row \(row), \(found)" }
}

extension UnreadableTenant {
  /// `tenant 2 of Contoso, no id`. Contains foreign text.
  public var inWords: String { "tenant \(row) of \(customer), \(found)" }
}
