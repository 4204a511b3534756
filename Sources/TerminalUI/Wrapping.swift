import SafeText

extension String {
  /// The text in lines of at most `columns` cells, broken between clusters; at least one line.
  public func wrapped(to columns: Int, glyphs: Glyphs) -> [String] {
    var lines = [""]
    var width = 0
    for cluster in Clusters(of: self, repertoire: glyphs.repertoire) {
      if width + cluster.width > columns, width > 0 {
        lines.append("")
        width = 0
      }
      lines[lines.count - 1] += cluster.text
      width += cluster.width
    }
    return lines
  }
}
