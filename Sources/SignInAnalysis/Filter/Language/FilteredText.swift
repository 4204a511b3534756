/// A text of a record in which a filter can look.
public enum FilteredText: Hashable, Sendable, CaseIterable {
  case displayName
  case principalName
  case userID
  case address
  case country
  case city
  case id
  case customer
  case tenant
  case group

  /// Whether the words of a field are looked for in it; those of no field are looked for everywhere.
  func belongs(to field: FilterField?) -> Bool {
    switch field {
    case nil: true
    case .user: [.displayName, .principalName, .userID].contains(self)
    case .upn: self == .principalName
    case .city: self == .city
    case .country: self == .country
    case .ip: self == .address
    case .customer: self == .customer
    case .tenant: self == .tenant
    case .group: self == .group
    case .signal, .severity, .net, .place, .risky, .is, .since, .until, .hour, .risky24h, .normal, .state, .stayed:
      false
    }
  }
}
