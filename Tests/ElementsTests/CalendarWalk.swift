/// A calendar that knows nothing but how to go one day on or back, from a day it was told.
struct CalendarWalk {
  private(set) var year: Int
  private(set) var month: Int
  private(set) var day: Int

  /// The first day of 1970.
  static let epoch = CalendarWalk(year: 1970, month: 1, day: 1)

  mutating func goOn() {
    day += 1
    guard day > lengthOfMonth else { return }
    day = 1
    month += 1
    guard month > 12 else { return }
    month = 1
    year += 1
  }

  mutating func goBack() {
    day -= 1
    guard day < 1 else { return }
    month -= 1
    if month < 1 {
      month = 12
      year -= 1
    }
    day = lengthOfMonth
  }

  private var lengthOfMonth: Int {
    if month == 2 { return isLeapYear ? 29 : 28 }
    return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private var isLeapYear: Bool {
    if year.isMultiple(of: 400) { return true }
    if year.isMultiple(of: 100) { return false }
    return year.isMultiple(of: 4)
  }
}
