/// Parts of a text that may be base64 or hexadecimal, decoded.
enum EncodedRuns {
  /// Four bytes in base64. Less would hold no secret.
  private static let shortestBase64 = 6
  private static let shortestHex = 8

  /// Each run once for each character that a secret's first byte may begin with.
  static func decoded(in text: SpelledText) -> [[UInt8]] {
    runs(in: text, shortest: shortestBase64, skipping: [], digit: base64Digit).flatMap { run in
      (0..<4).map { bytes(of: run.dropFirst($0), bits: 6) }
    }
      + runs(in: text, shortest: shortestHex, skipping: [0x2D, 0x3A], digit: \.hexDigit).flatMap { run in
        (0..<2).map { bytes(of: run.dropFirst($0), bits: 4) }
      }
  }

  /// The digits of each run. A backslash before a slash, and what stands between bytes as in `73-77-6F`, breaks none.
  private static func runs(
    in text: SpelledText, shortest: Int, skipping skipped: Set<UInt32>, digit: (UInt32) -> UInt32?
  ) -> [[UInt32]] {
    var runs: [[UInt32]] = []
    var run: [UInt32] = []
    for element in text.elements where element.code != SpelledText.backslash && !skipped.contains(element.code) {
      if let digit = digit(element.code) {
        run.append(digit)
      } else {
        if run.count >= shortest { runs.append(run) }
        run.removeAll(keepingCapacity: true)
      }
    }
    if run.count >= shortest { runs.append(run) }
    return runs
  }

  private static func bytes(of digits: ArraySlice<UInt32>, bits width: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count * Int(width) / 8)
    var (rest, count): (UInt32, UInt32) = (0, 0)
    for digit in digits {
      rest = (rest << width | digit) & 0xFFFF
      count += width
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: rest >> count))
    }
    return bytes
  }

  /// Of both alphabets of RFC 4648.
  private static func base64Digit(_ code: UInt32) -> UInt32? {
    switch code {
    case 0x41...0x5A: code - 0x41
    case 0x61...0x7A: code - 0x47
    case 0x30...0x39: code + 4
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }
}
