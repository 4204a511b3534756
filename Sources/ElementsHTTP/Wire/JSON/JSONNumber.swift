/// A number as it is spelled, exact to the last digit.
struct JSONNumber {
  private let isNegative: Bool
  /// The first 19 digits that count, and by which power of ten they are to be multiplied.
  private let digits: UInt64
  private let exponent: Int
  /// Whether all other digits are zeros.
  private let isWhole: Bool
  private let spelling: UnsafeRawBufferPointer

  /// Nil for what is spelled in another way than JSON has it.
  init?(_ spelling: UnsafeRawBufferPointer) {
    var scanner = NumberScanner(spelling)
    isNegative = scanner.skip(UInt8(ascii: "-"))
    let hasLeadingZero = scanner.upcoming == UInt8(ascii: "0")
    guard let integral = scanner.digits(isFraction: false), integral == 1 || !hasLeadingZero else { return nil }
    if scanner.skip(UInt8(ascii: ".")) {
      guard scanner.digits(isFraction: true) != nil else { return nil }
    }
    if scanner.skip(UInt8(ascii: "e")) || scanner.skip(UInt8(ascii: "E")) {
      guard scanner.power() else { return nil }
    }
    guard scanner.upcoming == nil else { return nil }
    digits = scanner.value
    exponent = scanner.exponent
    isWhole = scanner.isWhole
    self.spelling = spelling
  }

  /// As a whole number, also with a fraction of zero or with an exponent; nil where it is none, or out of range.
  var integer: Int64? {
    if let magnitude = wholeMagnitude {
      if isNegative { return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
      return Int64(exactly: magnitude)
    }
    // A difference that no double can express is none.
    guard let nearest = Int64(exactly: nearestDouble), nearest.magnitude < 1 << 53 else { return nil }
    return nearest
  }

  /// The nearest double; nil where that is infinite, or zero though the number is not.
  var double: Double? {
    let nearest = nearestDouble
    return nearest.isFinite && (nearest != 0 || digits == 0) ? nearest : nil
  }

  private var wholeMagnitude: UInt64? {
    guard isWhole else { return nil }
    var (magnitude, exponent) = (digits, exponent)
    if magnitude == 0 { return 0 }
    while exponent < 0 {
      guard magnitude.isMultiple(of: 10) else { return nil }
      (magnitude, exponent) = (magnitude / 10, exponent + 1)
    }
    while exponent > 0 {
      let (product, isOverflow) = magnitude.multipliedReportingOverflow(by: 10)
      guard !isOverflow else { return nil }
      (magnitude, exponent) = (product, exponent - 1)
    }
    return magnitude
  }

  /// Both factors are exact up to these limits, so that their product or quotient is rounded once, as it must be
  /// (W. Clinger, "How to Read Floating Point Numbers Accurately", 1990).
  private var nearestDouble: Double {
    if isWhole, digits <= 1 << 53, abs(exponent) < Self.powersOfTen.count {
      let power = Self.powersOfTen[abs(exponent)]
      let magnitude = exponent < 0 ? Double(digits) / power : Double(digits) * power
      return isNegative ? -magnitude : magnitude
    }
    return Double(String(decoding: spelling, as: UTF8.self)) ?? .nan
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}

/// Takes a number's spelling apart.
private struct NumberScanner {
  private static let mostDigits: UInt64 = 999_999_999_999_999_999
  private static let largestPower = 100_000

  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private(set) var value: UInt64 = 0
  private(set) var exponent = 0
  private(set) var isWhole = true

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var upcoming: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard upcoming == byte else { return false }
    position += 1
    return true
  }

  /// Takes digits into the value. Says how many, and nil for none.
  mutating func digits(isFraction: Bool) -> Int? {
    let start = position
    while let digit = upcoming.map({ $0 &- UInt8(ascii: "0") }), digit <= 9 {
      if value <= Self.mostDigits {
        value = value * 10 + UInt64(digit)
        if isFraction { exponent -= 1 }
      } else {
        if digit != 0 { isWhole = false }
        if !isFraction { exponent += 1 }
      }
      position += 1
    }
    return position > start ? position - start : nil
  }

  /// Takes the exponent. One too large to count with is as good as any of its size.
  mutating func power() -> Bool {
    let isNegative = upcoming == UInt8(ascii: "-")
    if isNegative || upcoming == UInt8(ascii: "+") { position += 1 }
    let start = position
    var power = 0
    while let digit = upcoming.map({ $0 &- UInt8(ascii: "0") }), digit <= 9 {
      power = min(power * 10 + Int(digit), Self.largestPower)
      position += 1
    }
    exponent += isNegative ? -power : power
    return position > start
  }
}
