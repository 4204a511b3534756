/// Which name was meant by one that is misspelled.
public enum NearestName {
  /// Names that are offered at the most.
  private static let most = 3
  /// No name is near to a text that is much longer, which then need not be looked at.
  private static let longest = 256

  /// Names that contain what was written, then those that differ from it in at most a third of its letters, nearest
  /// first. Each once; case and diacritics do not matter.
  public static func all(near written: String, among names: [String]) -> [String] {
    let wanted = folded(written)
    guard !wanted.isEmpty else { return [] }
    var seen = Set<String>()
    let ranked = names.filter { seen.insert($0).inserted }.compactMap { name -> (name: String, distance: Int)? in
      let candidate = folded(name)
      if candidate.contains(wanted) { return (name, 0) }
      let distance = distance(wanted, candidate)
      return distance <= max(1, wanted.unicodeScalars.prefix(longest).count / 3) ? (name, distance) : nil
    }
    return ranked.sorted { $0.distance < $1.distance }.prefix(most).map(\.name)
  }

  /// The name with the fewest letters to change, add or take away, if those are at most two and fewer than the name
  /// has; of several the first.
  static func nearest(to written: String, among names: [String]) -> String? {
    let ranked = names.map { (name: $0, distance: distance(written, $0)) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= 2 && best.distance < best.name.count ? best.name : nil
  }

  /// How many letters have to be changed, added or taken away. After V. I. Levenshtein.
  private static func distance(_ first: String, _ second: String) -> Int {
    let first = first.unicodeScalars.prefix(longest)
    let second = Array(second.unicodeScalars)
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in second.indices {
        let changed = diagonal + (letter == second[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
      }
    }
    return row[second.count]
  }
}
