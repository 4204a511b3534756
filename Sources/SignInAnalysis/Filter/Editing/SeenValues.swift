/// The values that the records of a list have, for completion.
public struct SeenValues {
  /// Of a field; those that came last are last. There may be the same value several times.
  let texts: (FilterField) -> [String]

  /// The same with further values of a field.
  public func adding(_ more: [String], to field: FilterField) -> SeenValues {
    SeenValues { [texts] in $0 == field ? texts($0) + more : texts($0) }
  }

  public init(texts: @escaping (FilterField) -> [String]) {
    self.texts = texts
  }

  /// The most distinct values that are looked at, those that came last.
  private static let most = 50_000

  /// Those of a table.
  public init(_ snapshot: SignInSnapshot) {
    self.init(FleetSnapshot([0: snapshot]))
  }

  /// Those of tables that share their words.
  public init(_ snapshot: FleetSnapshot) {
    let tables = snapshot.tenants.compactMap { snapshot[$0] }
    guard let words = snapshot.newest else {
      self.init { _ in [] }
      return
    }
    self.init { field in
      switch field {
      case .user:
        SeenValues.users(in: tables).compactMap { words.users[$0].displayName ?? words.users[$0].principalName }
      case .upn: SeenValues.users(in: tables).compactMap { words.users[$0].principalName }
      case .city: SeenValues.places(in: tables).compactMap { words.places[$0].city }
      case .country: SeenValues.places(in: tables).compactMap { words.places[$0].country }
      case .place:
        SeenValues.places(in: tables).compactMap { words.places[$0].country }
          + SeenValues.places(in: tables).compactMap { words.places[$0].city }
      case .ip: SeenValues.newest(in: tables, \.addresses).compactMap { words.addresses[$0] }
      case .risky, .is, .since, .until, .hour, .customer, .tenant, .risky24h, .normal, .state, .group: []
      case .signal, .severity, .net, .stayed: []
      }
    }
  }

  private static func users(in tables: [SignInSnapshot]) -> [UInt32] { newest(in: tables, \.users) }

  private static func places(in tables: [SignInSnapshot]) -> [UInt32] { newest(in: tables, \.places) }

  /// The distinct numbers in a column, those that came last at the end. The words may be those of other tables too.
  private static func newest(
    in tables: [SignInSnapshot], _ column: (SignInColumns) -> PackedColumn<UInt32>
  ) -> [UInt32] {
    var seen: Set<UInt32> = []
    for table in tables {
      for chunk in table.chunks.reversed() where seen.count < most {
        for number in column(chunk.columns) { seen.insert(number) }
      }
    }
    return seen.sorted().suffix(most)
  }
}
