extension Timestamp {
  /// Reads an ISO 8601 date-time: `2025-08-14T04:30:55Z`, with 0 to 7 fractional digits, an offset (`+02:00`, `+0200`,
  /// `+02`) or no zone (UTC).
  ///
  /// More than seven fractional digits are cut: the rest is below the unit. Nil for anything else.
  public init?(iso8601 text: String) {
    var text = text
    let time = text.withUTF8 { Timestamp(iso8601: UnsafeRawBufferPointer($0)) }
    guard let time else { return nil }
    self = time
  }

  /// The same for a text in UTF-8.
  package init?(iso8601 text: UnsafeRawBufferPointer) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
      scanner.skip("-"), let day = scanner.number(digits: 2),
      scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
      let hour = scanner.number(digits: 2), scanner.skip(":"), let minute = scanner.number(digits: 2)
    else { return nil }
    var second = 0
    var fraction: Int64 = 0
    if scanner.skip(":") {
      guard let seconds = scanner.number(digits: 2) else { return nil }
      second = seconds
      if scanner.skip(".") || scanner.skip(",") {
        guard let ticks = scanner.fraction(digits: 7) else { return nil }
        fraction = ticks
      }
    }
    guard let offset = scanner.zoneOffset(), scanner.isAtEnd,
      let local = CalendarTime.unixSeconds(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second),
      let whole = Timestamp(unixSeconds: local - offset)
    else { return nil }
    self.init(ticks: whole.ticks + fraction)
  }

  /// ISO 8601 in UTC with as much of the fraction as is not zero: `2025-08-14T04:30:55.25Z`.
  public var iso8601: String {
    String(unsafeUninitializedCapacity: Self.longestISO8601) { memory in
      memory.baseAddress.map(writeISO8601) ?? 0
    }
  }

  /// `2025-08-14T04:30:55.1234567Z`
  package static let longestISO8601 = 28

  /// Writes the same in UTF-8 where there is room for `longestISO8601` bytes, and says how many it has.
  package func writeISO8601(to start: UnsafeMutablePointer<UInt8>) -> Int {
    let time = CalendarTime(unixSeconds: unixSeconds)
    start.write(time.year, digits: 4)
    (start + 4).write(time.month, digits: 2, behind: "-")
    (start + 7).write(time.day, digits: 2, behind: "-")
    (start + 10).write(time.hour, digits: 2, behind: "T")
    (start + 13).write(time.minute, digits: 2, behind: ":")
    (start + 16).write(time.second, digits: 2, behind: ":")
    var end = 19
    if subsecondTicks > 0 {
      (start + end).write(Int(subsecondTicks), digits: 7, behind: ".")
      end = 27
      while start[end - 1] == UInt8(ascii: "0") { end -= 1 }
    }
    start[end] = UInt8(ascii: "Z")
    return end + 1
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Writes a number with zeros before it.
  fileprivate func write(_ number: Int, digits: Int) {
    var rest = number
    for place in (0..<digits).reversed() {
      self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  fileprivate func write(_ number: Int, digits: Int, behind separator: Unicode.Scalar) {
    pointee = UInt8(ascii: separator)
    (self + 1).write(number, digits: digits)
  }
}

/// Reads fixed-width numbers off the front of a text.
private struct DigitScanner {
  private let text: UnsafeRawBufferPointer
  private var place = 0

  init(_ text: UnsafeRawBufferPointer) {
    self.text = text
  }

  var isAtEnd: Bool { place == text.count }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard !isAtEnd, UInt32(text[place]) == character.value else { return false }
    place += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = nextDigit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// One or more digits after the point, in units of 10^-`digits`.
  mutating func fraction(digits: Int) -> Int64? {
    var value: Int64 = 0
    var count = 0
    while let digit = nextDigit() {
      if count < digits { value = value * 10 + Int64(digit) }
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in 0..<max(0, digits - count) { value *= 10 }
    return value
  }

  /// Seconds east of UTC; 0 where no zone is given.
  mutating func zoneOffset() -> Int64? {
    if isAtEnd || skip("Z") || skip("z") { return 0 }
    let sign: Int64
    if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
    guard let hours = number(digits: 2), hours <= 23 else { return nil }
    var minutes = 0
    if !isAtEnd {
      _ = skip(":")
      guard let given = number(digits: 2), given <= 59 else { return nil }
      minutes = given
    }
    return sign * Int64(hours * 3_600 + minutes * 60)
  }

  private mutating func nextDigit() -> Int? {
    guard !isAtEnd, (0x30...0x39).contains(text[place]) else { return nil }
    place += 1
    return Int(text[place - 1]) - 0x30
  }
}
