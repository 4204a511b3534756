import Elements
import SignInAnalysis

/// Sign-ins that were read and not yet handed out, by row.
///
/// Rows are numbered as they come, so that those of a page lie close together; the memory of a block of rows goes when
/// none of them waits.
struct WaitingSignIns: Sendable {
  private static let rowsInBlock = 128

  /// Of the first rows, the next ones, and so on. One that is empty takes 16 bytes.
  private var blocks: [WaitingBlock] = []

  mutating func put(_ signIn: SignIn, at row: RowNumber) {
    let (number, place) = Int(row).quotientAndRemainder(dividingBy: Self.rowsInBlock)
    while blocks.count <= number { blocks.append(WaitingBlock()) }
    blocks[number].put(signIn, at: place, of: Self.rowsInBlock)
  }

  mutating func take(_ row: RowNumber) -> SignIn? {
    let (number, place) = Int(row).quotientAndRemainder(dividingBy: Self.rowsInBlock)
    return number < blocks.count ? blocks[number].take(at: place) : nil
  }
}

/// The sign-ins among some rows that wait, and how many they are.
private struct WaitingBlock: Sendable {
  private var items: [SignIn?] = []
  private var count = 0

  mutating func put(_ signIn: SignIn, at place: Int, of most: Int) {
    if items.isEmpty { items.reserveCapacity(most) }
    while items.count < place { items.append(nil) }
    if place == items.count { items.append(nil) }
    if items[place] == nil { count += 1 }
    items[place] = signIn
  }

  mutating func take(at place: Int) -> SignIn? {
    guard place < items.count, let signIn = items[place].take() else { return nil }
    count -= 1
    if count == 0 { items = [] }
    return signIn
  }
}
