/// What tells too much of some secrets: all of a short one, or a part of a longer one.
struct SecretParts: Sendable {
  /// Fewer characters protect nothing, and are in every other word.
  static let shortestSecret = 4
  /// A secret below this length is looked for as a word of its own, or it would be found in ordinary ones.
  private static let shortestPart = 8
  private static let longestPart = 12
  /// `u00e` of a cut `\u00e9`, or `&#123`.
  private static let longestCutEscape = 5
  /// An odd number, by whose powers a part's characters are added up.
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Hashes by the length of the part.
  private var parts: [Int: Set<UInt64>] = [:]
  /// How each secret begins.
  private var beginnings: [[Int]] = []

  var isEmpty: Bool { parts.isEmpty }

  /// Adds a secret, also from behind.
  mutating func add(_ secret: FoldedUnits) {
    let codes = secret.units.map(\.code)
    guard codes.count >= Self.shortestSecret else { return }
    let length = Self.partLength(ofSecret: codes.count)
    for codes in [codes, codes.reversed()] {
      Self.walk(codes, length: length) { hash, _ in
        parts[length, default: []].insert(hash)
        return false
      }
    }
    beginnings.append(Array(codes.prefix(length)))
  }

  /// Half of a secret, as far as that is neither a word nor more than anybody would notice.
  private static func partLength(ofSecret length: Int) -> Int {
    length < shortestPart ? length : min(max(length / 2, shortestPart), longestPart)
  }

  /// - Parameter withinWords: looks for short ones within words too, as in what was decoded, where words mean nothing.
  func occur(in text: FoldedUnits, withinWords: Bool) -> Bool {
    let codes = text.units.map(\.code)
    return parts.contains { length, hashes in
      Self.walk(codes, length: length) { hash, range in
        hashes.contains(hash) && (withinWords || length >= Self.shortestPart || text.isWord(range))
      }
    }
  }

  /// Whether a text that was cut ends with the beginning of a secret, if only a few characters of it.
  func begin(atEndOf text: FoldedUnits) -> Bool {
    let end = text.units.suffix(Self.longestPart + Self.longestCutEscape).map(\.code)
    return beginnings.contains { beginning in
      (0...Self.longestCutEscape).contains { Self.ends(end.dropLast($0), with: beginning) }
    }
  }

  private static func ends(_ text: ArraySlice<Int>, with beginning: [Int]) -> Bool {
    guard text.count >= shortestSecret else { return false }
    return (shortestSecret...min(text.count, longestPart)).contains { length in
      length <= beginning.count && text.suffix(length) == beginning.prefix(length)
    }
  }

  /// Gives the hash of each part of this length, each from the one before, until one is what is looked for.
  @discardableResult
  private static func walk(_ codes: [Int], length: Int, _ isFound: (UInt64, Range<Int>) -> Bool) -> Bool {
    guard codes.count >= length else { return false }
    let leaving = (0..<length).reduce(into: UInt64(1)) { power, _ in power &*= factor }
    var hash: UInt64 = 0
    for place in codes.indices {
      hash = hash &* factor &+ mixed(codes[place])
      if place >= length { hash &-= mixed(codes[place - length]) &* leaving }
      if place + 1 >= length, isFound(hash, (place + 1 - length)..<(place + 1)) { return true }
    }
    return false
  }

  private static func mixed(_ code: Int) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: code) &* 0xBF58_476D_1CE4_E5B9
    return bits ^ (bits >> 31)
  }
}

extension FoldedUnits {
  /// Whether no word goes on at either end.
  fileprivate func isWord(_ range: Range<Int>) -> Bool {
    isBoundary(range.lowerBound) && isBoundary(range.upperBound)
  }

  private func isBoundary(_ place: Int) -> Bool {
    guard place > 0, place < units.count, !units[place].isAfterSpace else { return true }
    return !units[place - 1].isLetterOrDigit || !units[place].isLetterOrDigit
  }
}
