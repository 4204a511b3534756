/// The values that the records of a list have, for completion.
public struct SeenValues {
  /// Of a field; those that came last are last. There may be the same value several times.
  let texts: (FilterField) -> [String]

  public init(texts: @escaping (FilterField) -> [String]) {
    self.texts = texts
  }

  /// The most distinct values that are looked at, those that came last.
  private static let most = 50_000

  /// Those of a table.
  public init(_ snapshot: SignInSnapshot) {
    self.init { field in
      switch field {
      case .user: SeenValues.users(in: snapshot) { $0.displayName ?? $0.principalName }
      case .upn: SeenValues.users(in: snapshot, \.principalName)
      case .city: SeenValues.places(in: snapshot, \.city)
      case .country: SeenValues.places(in: snapshot, \.country)
      case .place: SeenValues.places(in: snapshot, \.country) + SeenValues.places(in: snapshot, \.city)
      case .ip: SeenValues.newest(snapshot.addresses.count).compactMap { snapshot.addresses[$0] }
      case .risky, .is, .since, .until, .hour, .customer, .tenant, .risky24h, .normal, .state, .group: []
      }
    }
  }

  private static func users(in snapshot: SignInSnapshot, _ text: (SignInUser) -> String?) -> [String] {
    newest(snapshot.users.count).compactMap { text(snapshot.users[$0]) }
  }

  private static func places(in snapshot: SignInSnapshot, _ text: (SignInPlace) -> String?) -> [String] {
    newest(snapshot.places.count).compactMap { text(snapshot.places[$0]) }
  }

  private static func newest(_ count: Int) -> Range<UInt32> {
    UInt32(max(0, count - most))..<UInt32(count)
  }
}
