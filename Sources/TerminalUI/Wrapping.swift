import SafeText

extension String {
  /// The text in lines of at most `columns` cells, broken at blanks, or within a word that is longer than a line; at
  /// least one line.
  ///
  /// The blank at which a line is broken is left out. A wide cluster has a line to itself where there is one column
  /// alone.
  public func wrapped(to columns: Int, glyphs: Glyphs) -> [String] {
    var lines: [[Cluster]] = []
    var line: [Cluster] = []
    var width = 0
    for cluster in Clusters(of: self, repertoire: glyphs.repertoire) {
      if width + cluster.width > columns, !line.isEmpty {
        let end = cluster == .blank ? line.count : breakingPoint(of: line)
        lines.append(Array(line[..<end]))
        line.removeFirst(min(line.count, end + 1))
        width = line.reduce(0) { $0 + $1.width }
        if cluster == .blank { continue }
      }
      line.append(cluster)
      width += cluster.width
    }
    return (lines + [line]).map { $0.map(\.text).joined() }
  }

  /// The last blank; the end where there is none, or only one in front.
  private func breakingPoint(of line: [Cluster]) -> Int {
    line.lastIndex(of: .blank).flatMap { $0 > 0 ? $0 : nil } ?? line.count
  }
}
