import Elements

/// What single sign-ins are compared by in an order, so that one can be put into a list that `SignInOrder.sorted` gave.
///
/// It remembers the key of each distinct user, address and place, which have the same numbers in all tables that it is
/// asked about.
public struct OrderKeys {
  public let order: SignInOrder
  private var keys: [UInt32: OrderKey] = [:]

  public init(_ order: SignInOrder) {
    self.order = order
  }

  /// The key of a row of the snapshot.
  public mutating func key(of row: RowNumber, in snapshot: SignInSnapshot) -> OrderKey {
    let (chunk, offset) = Int(row).quotientAndRemainder(dividingBy: SignInChunk.size)
    let number = order.number(at: offset, of: snapshot.chunks[chunk].columns)
    guard order.isByWords else { return OrderKey(order, .number(number)) }
    let word = UInt32(truncatingIfNeeded: number)
    if let known = keys[word] { return known }
    let key = key(of: snapshot[row])
    keys[word] = key
    return key
  }

  /// The same for a sign-in that need not be in a table any more.
  public func key(of signIn: SignIn) -> OrderKey {
    switch order.column {
    case .time:
      number(signIn.loginTime?.ticks ?? SignInChunk.noTime, most: Timestamp.range.upperBound)
    case .risk: number(signIn.isRisk.map { $0 ? 1 : 0 } ?? -1, most: 1)
    case .user: OrderKey(order, .texts([SortText(signIn.userDisplayName)]))
    case .principalName: OrderKey(order, .texts([SortText(signIn.userPrincipalName)]))
    case .address: OrderKey(order, .address(SortAddress(signIn.ip).parts))
    case .place: OrderKey(order, .texts([SortText(signIn.country), SortText(signIn.city)]))
    }
  }

  private func number(_ value: Int64, most: Int64) -> OrderKey {
    OrderKey(order, .number(order.directed(value, most: most)))
  }
}

/// What one sign-in is compared by. Keys of one order compare with one another.
public struct OrderKey: Sendable {
  enum Content: Sendable {
    case number(UInt64)
    case texts([SortText?])
    case address([SortAddress.Part?])
  }

  private let isDescending: Bool
  private let content: Content

  init(_ order: SignInOrder, _ content: Content) {
    isDescending = order.isDescending
    self.content = content
  }

  /// Whether it stands above the other one, or below it; nil where the order does not tell them apart.
  public func isAbove(_ other: OrderKey) -> Bool? {
    let ranking = Ranking(isDescending: isDescending)
    switch (content, other.content) {
    case (.number(let own), .number(let others)): return own == others ? nil : own < others
    case (.texts(let own), .texts(let others)): return ranking.compare(own, others).isAbove
    case (.address(let own), .address(let others)): return ranking.compare(own, others).isAbove
    case (.number, _), (.texts, _), (.address, _): return nil
    }
  }
}

extension Ranking.Comparison {
  fileprivate var isAbove: Bool? {
    switch self {
    case .before: true
    case .same: nil
    case .after: false
    }
  }
}
