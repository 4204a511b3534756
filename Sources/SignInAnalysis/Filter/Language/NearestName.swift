/// Which name was meant.
enum NearestName {
  /// The name with the fewest letters to change, add or take away, if those are at most two and fewer than the name has; of
  /// several the first. After V. I. Levenshtein.
  static func nearest(to written: String, among names: [String]) -> String? {
    let ranked = names.map { (name: $0, distance: distance(written, $0)) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= 2 && best.distance < best.name.count ? best.name : nil
  }

  private static func distance(_ first: String, _ second: String) -> Int {
    // No name is near to a text that is much longer, which then need not be looked at.
    let first = Array(first.prefix(32))
    let second = Array(second)
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
