import Elements

extension Promises {
  /// Reads the input as a time in ISO 8601, as a text of digits, and its first eight bytes as ticks.
  mutating func checkTimes(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let raw = input.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    let times = [
      Timestamp(iso8601: text), Int64(text).flatMap(Timestamp.init(ticks:)),
      Int64(text).flatMap(Timestamp.init(unixSeconds:)),
      Timestamp(ticks: Int64(bitPattern: raw)), Timestamp(ticks: Int64(raw % UInt64(Timestamp.range.upperBound))),
    ]
    for time in times.compactMap(\.self) { checkTime(time) }
    // Of all 64 bits hardly any are in the calendar's ten thousand years.
    for seconds in [Int64(bitPattern: raw), Int64(bitPattern: raw) >> 25] { checkCalendar(seconds: seconds) }
  }

  private mutating func checkTime(_ time: Timestamp) {
    let text = time.iso8601
    check(Timestamp.range.contains(time.ticks), "\(text) is in the calendar")
    check(text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(text) is plain ASCII")
    check(Timestamp(iso8601: text) == time, "\(text) is read as it was written")
    let whole = Timestamp(unixSeconds: time.unixSeconds)
    check(whole.map { $0.ticks + time.subsecondTicks } == time.ticks, "\(text) is its seconds and a part of one")
    checkOffsets(of: time, written: text)
  }

  /// The same clock in a zone further east shows an earlier moment.
  private mutating func checkOffsets(of time: Timestamp, written text: String) {
    for (zone, seconds) in [("+05:30", 19_800), ("-0945", -35_100), ("+14", 50_400), ("-00:00", 0)] as [(String, Int64)]
    {
      let expected = Timestamp(ticks: time.ticks - seconds * Timestamp.ticksPerSecond)
      check(
        Timestamp(iso8601: String(text.dropLast()) + zone) == expected,
        "\(text) in \(zone) is \(seconds) seconds earlier")
    }
  }

  /// Fields of the calendar are those of exactly one second.
  private mutating func checkCalendar(seconds: Int64) {
    let time = CalendarTime(unixSeconds: seconds)
    check((1...12).contains(time.month) && (1...31).contains(time.day), "\(seconds) has a date")
    let again = CalendarTime.unixSeconds(
      year: time.year, month: time.month, day: time.day, hour: time.hour, minute: time.minute, second: time.second)
    check(again == ((1...9_999).contains(time.year) ? seconds : nil), "\(seconds) is the second of its fields")
  }
}
