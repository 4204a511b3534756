/// One line of the table of results.
struct ResultLine {
  let what: String
  /// How many rows, texts or cells it was done to.
  let count: Int
  /// Time until the first screen is full, where that is another.
  var first: Duration?
  let result: String
  var remark = ""

  static let heading = """
    | what | of | first screen | all | remark |
    |---|--:|--:|--:|---|
    """

  /// Writes the line; on a terminal it is seen at once, for a whole run takes a minute.
  func write() {
    print("| \(what) | \(count.grouped) | \(first?.milliseconds ?? "") | \(result) | \(remark) |")
  }
}

extension Int {
  /// With a comma between thousands.
  var grouped: String {
    var digits = String(self)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
