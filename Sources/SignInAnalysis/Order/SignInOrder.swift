/// An order of sign-ins. Rows that it does not tell apart keep theirs; those without a value are last in either
/// direction.
///
/// Texts are compared as they are folded, then as they were sent.
public struct SignInOrder: Hashable, Sendable {
  public let column: SignInColumn
  public let isDescending: Bool

  public init(column: SignInColumn, isDescending: Bool) {
    self.column = column
    self.isDescending = isDescending
  }

  /// The rows of the snapshot in this order; nil if `isCancelled`, which is asked now and then, says so.
  public func sorted(
    _ rows: [RowNumber], in snapshot: SignInSnapshot, isCancelled: () -> Bool = { false }
  ) -> [RowNumber]? {
    sorted(rows.map { FleetRow(tenant: 0, row: $0) }, in: FleetSnapshot([0: snapshot]), isCancelled: isCancelled)?
      .map(\.row)
  }

  /// The same for rows of tables that share their words.
  public func sorted(
    _ rows: [FleetRow], in snapshot: FleetSnapshot, isCancelled: () -> Bool = { false }
  ) -> [FleetRow]? {
    guard !isCancelled() else { return nil }
    let keys = SortKeys(order: self, snapshot: snapshot).keys(of: rows)
    guard !isCancelled() else { return nil }
    return RowSort.sorted(rows, keys: keys, isCancelled: isCancelled)
  }
}
