import Elements
import SignInAnalysis

/// Sign-ins that were read and not yet handed out, by row. Rows are numbered as they come, so that those that wait are close together.
struct WaitingSignIns: Sendable {
  private var items: [SignIn?] = []
  /// The row of the first item.
  private var base: RowNumber = 0
  /// Rows above the first item: seen long before, and come again.
  private var strays: [RowNumber: SignIn] = [:]

  mutating func put(_ signIn: SignIn, at row: RowNumber) {
    guard row >= base else {
      strays[row] = signIn
      return
    }
    let index = Int(row - base)
    while items.count < index { items.append(nil) }
    if index < items.count { items[index] = signIn } else { items.append(signIn) }
  }

  mutating func take(_ row: RowNumber) -> SignIn? {
    guard row >= base else { return strays.removeValue(forKey: row) }
    return Int(row - base) < items.count ? items[Int(row - base)].take() : nil
  }

  /// Lets go of what has been taken, once that is much.
  mutating func trim() {
    guard items.count > 1_024 else { return }
    let taken = items.firstIndex { $0 != nil } ?? items.count
    guard taken > items.count / 2 else { return }
    items.removeFirst(taken)
    base += RowNumber(taken)
  }
}
