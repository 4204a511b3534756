import SafeText

extension String {
  /// The text in lines of at most `columns` cells, broken at blanks, or within a word that is longer than a line; at least one line.
  ///
  /// The blank at which a line is broken is left out. A wide cluster has a line to itself where there is one column alone.
  public func wrapped(to columns: Int, glyphs: Glyphs) -> [String] {
    var lines: [[Cluster]] = []
    var line: [Cluster] = []
    var width = 0
    for cluster in Clusters(of: self, repertoire: glyphs.repertoire) {
      if width + cluster.width > columns, !line.isEmpty {
        let rest = cluster == .blank ? [] : lastWord(of: line)
        lines.append(rest.isEmpty ? line : line.dropLast(rest.count + 1))
        line = rest
        width = rest.reduce(0) { $0 + $1.width }
        if cluster == .blank { continue }
      }
      line.append(cluster)
      width += cluster.width
    }
    return (lines + [line]).map { $0.map(\.text).joined() }
  }

  /// What stands behind the last blank; nothing where there is no blank, or only one in front.
  private func lastWord(of line: [Cluster]) -> [Cluster] {
    guard let blank = line.lastIndex(of: .blank), blank > 0 else { return [] }
    return Array(line[(blank + 1)...])
  }
}
