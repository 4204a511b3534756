/// Where a text stands that is shorter than its cells.
public enum Alignment: Hashable, Sendable {
  case leading
  case trailing
}

/// `foreign` in exactly `cells` cells, sanitised: padded with blanks where it is shorter, cut at its end with an
/// ellipsis (`…`, in ASCII `~`) where it is longer.
///
/// A wide cluster is never split: where only half of one has room, there is a blank instead.
/// - Parameters:
///   - cells: the width to fill; nothing comes back for 0 or less.
///   - offset: how many cells of the text are out of sight on the left, for scrolling sideways; negative counts as 0.
///   - alignment: of a text that needs padding, counted after the offset.
public func fitted(
  _ foreign: String, to cells: Int, offset: Int = 0, alignment: Alignment = .leading, repertoire: Repertoire
) -> [Cluster] {
  guard cells > 0 else { return [] }
  var row: [Cluster] = []
  row.reserveCapacity(cells)
  var width = 0
  var hidden = max(0, offset)
  for var cluster in Clusters(of: foreign, repertoire: repertoire) {
    if hidden > 0 {
      hidden -= cluster.width
      guard hidden < 0 else { continue }
      // The right half of a wide cluster is in sight.
      hidden = 0
      cluster = .blank
    }
    guard width + cluster.width <= cells else {
      return cut(row, width: width, to: cells, ellipsis: .ellipsis(in: repertoire))
    }
    row.append(cluster)
    width += cluster.width
  }
  let padding = repeatElement(Cluster.blank, count: cells - width)
  return alignment == .leading ? row + padding : padding + row
}

private func cut(_ row: [Cluster], width: Int, to cells: Int, ellipsis: Cluster) -> [Cluster] {
  var row = row
  var width = width
  while width > cells - ellipsis.width, let last = row.popLast() { width -= last.width }
  row += repeatElement(Cluster.blank, count: cells - ellipsis.width - width)
  row.append(ellipsis)
  return row
}
