import SafeText

/// A column of a table, before its place is known.
public struct Column: Hashable, Sendable {
  public let title: String
  /// The least width in cells at which the column is worth showing.
  public let least: Int
  /// The width that shows nearly everything.
  public let ideal: Int
  public let alignment: Alignment
  /// Cells that are over go to it before they go to others.
  public let isServedFirst: Bool

  public init(_ title: String, least: Int, ideal: Int, alignment: Alignment = .leading, isServedFirst: Bool = false) {
    self.title = title
    self.least = least
    self.ideal = max(least, ideal)
    self.alignment = alignment
    self.isServedFirst = isServedFirst
  }
}

/// Where the columns of a table stand in a given width.
///
/// Columns keep their order and drop from the right when there is no room; what is over goes to the columns that want
/// more, left to right, those that are served first before the others. The last column shown takes the rest.
public struct ColumnLayout: Hashable, Sendable {
  /// A column's cells.
  public struct Slot: Hashable, Sendable {
    /// Index among the columns given.
    public let index: Int
    public let column: Int
    public let width: Int
  }

  public let slots: [Slot]

  /// - Parameters:
  ///   - columns: all columns, in order.
  ///   - width: cells for the whole table.
  ///   - first: columns to the left of this one are scrolled out.
  ///   - gap: cells between two columns.
  public init(_ columns: [Column], width: Int, first: Int = 0, gap: Int = 1) {
    let width = max(0, width)
    let shown = ColumnLayout.fitting(columns, width: width, first: first, gap: gap)
    var widths = shown.map { min(columns[$0].least, width) }
    var spare = width - widths.reduce(0, +) - gap * max(0, shown.count - 1)
    let slots = Array(shown.enumerated())
    let byTurn =
      slots.filter { columns[$0.element].isServedFirst } + slots.filter { !columns[$0.element].isServedFirst }
    for (slot, index) in byTurn where spare > 0 {
      let wish = min(spare, columns[index].ideal - widths[slot])
      widths[slot] += max(0, wish)
      spare -= max(0, wish)
    }
    if let last = widths.indices.last { widths[last] += max(0, spare) }
    var column = 0
    self.slots = zip(shown, widths).map { index, width in
      defer { column += width + gap }
      return Slot(index: index, column: column, width: width)
    }
  }

  /// Cells from the table's left edge to the end of the first columns shown.
  public func width(ofFirst count: Int) -> Int {
    slots.prefix(count).last.map { $0.column + $0.width } ?? 0
  }

  private static func fitting(_ columns: [Column], width: Int, first: Int, gap: Int) -> [Int] {
    var used = 0
    var shown: [Int] = []
    for index in columns.indices.dropFirst(max(0, first)) {
      let needed = columns[index].least + (shown.isEmpty ? 0 : gap)
      guard used + needed <= width || shown.isEmpty else { break }
      used += needed
      shown.append(index)
    }
    return shown
  }
}
