/// Consecutive rows, column by column; they never change. All columns have the same length.
///
/// The numbers of users, addresses and places are those of the lists in the chunk's `SignInSnapshot`.
/// Take a column out of the chunk once, before a loop over its rows. Columns are packed; reading a number unpacks it.
public final class SignInChunk: Sendable {
  /// How many rows a chunk has, unless it is the last.
  public static let size = 4096
  /// What stands in `times` for a sign-in without a time; earlier than all others.
  public static let noTime = Int64.min

  let columns: SignInColumns

  init(_ columns: SignInColumns) {
    self.columns = columns
  }

  public var count: Int { columns.count }
  /// As `Timestamp.ticks`, or `noTime`.
  public var times: TimeColumn { columns.times }
  public var users: PackedColumn<UInt32> { columns.users }
  /// 0 where a sign-in has no address.
  public var addresses: PackedColumn<UInt32> { columns.addresses }
  public var places: PackedColumn<UInt32> { columns.places }
  /// 0 for a sign-in that is not risky, 1 for one that is, 2 where the server did not say.
  public var risks: PackedColumn<UInt8> { columns.risks }
}

/// How a verdict is written in `SignInChunk.risks`.
enum RiskCode {
  static let notSaid: UInt8 = 2

  static func code(of isRisk: Bool?) -> UInt8 {
    isRisk.map { $0 ? 1 : 0 } ?? notSaid
  }

  static func isRisk(_ code: UInt8) -> Bool? {
    code == notSaid ? nil : code == 1
  }
}
