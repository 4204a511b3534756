/// Which rows of a tenant are planned sign-ins, and which ones.
struct PlannedRows: Sendable {
  private var numbers: [Int: Int] = [:]
  private var rows: [Int: Int] = [:]

  /// The place among a scenario's sign-ins; nil where the row is an ordinary one.
  func number(at row: Int) -> Int? { numbers[row] }

  /// Nil where there was no room for the sign-in.
  func row(of number: Int) -> Int? { rows[number] }

  mutating func set(_ number: Int, at row: Int) {
    numbers[row] = number
    rows[number] = row
  }
}
