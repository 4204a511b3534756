import SafeText
import SignInAnalysis

/// Names that somebody may have meant who misspelled one.
enum NearestNames {
  private static let most = 3

  /// `; did you mean "Contoso Ltd"?`, or nothing.
  static func hint(_ query: String, _ names: [String]) -> String {
    let nearest = nearest(query, names)
    guard !nearest.isEmpty else { return "" }
    return "; did you mean " + nearest.map { "\"\(sanitized($0))\"" }.joined(separator: " or ") + "?"
  }

  /// Names that contain the query, then those that differ in at most a third of its letters, the nearest first.
  static func nearest(_ query: String, _ names: [String]) -> [String] {
    let wanted = Array(folded(query).unicodeScalars)
    guard !wanted.isEmpty else { return [] }
    var seen = Set<String>()
    let ranked = names.filter { seen.insert($0).inserted }.compactMap { name -> (name: String, distance: Int)? in
      let candidate = folded(name)
      if candidate.contains(folded(query)) { return (name, 0) }
      let distance = distance(wanted, Array(candidate.unicodeScalars))
      return distance <= max(1, wanted.count / 3) ? (name, distance) : nil
    }
    return ranked.sorted { $0.distance < $1.distance }.prefix(most).map(\.name)
  }

  /// How many letters have to be put in, left out or changed (Levenshtein, 1966).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (place, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for (column, other) in right.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
