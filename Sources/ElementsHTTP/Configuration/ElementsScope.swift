/// What a registration may be granted, as the token endpoint spells it.
public enum ElementsScope {
  /// Customers and their tenants.
  public static let customers = "elements.customers.read.all"
  /// Actions and sign-ins.
  public static let users = "elements.um.user.read.all"
  /// Both: what this client asks for unless told otherwise.
  public static let all = [customers, users]
  /// Characters of the whole list, beyond which the token endpoint answers `invalid_scope`.
  public static let lengthLimit = 300
}
