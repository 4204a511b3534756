import TerminalUI
import ViewModels

/// The located sign-ins of a list on a map. In a window too small for one, its places as a table.
@MainActor
struct MapScreen {
  let model: MapModel
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }
  private var chrome: ViewChrome { ViewChrome(surface: surface, kind: .map, coverage: model.coverage) }

  func arrange(_ layout: ScreenLayout) {
    let area = area(layout)
    // A table has the clusters of a map that is large enough to tell places apart.
    let (columns, rows) = layout.isSmallest ? (80, 20) : (area.columns, area.rows)
    guard model.size != (columns, rows) || model.isTable != layout.isSmallest else { return }
    model.resize(columns: columns, rows: rows, isTable: layout.isSmallest)
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    let area = area(layout)
    if layout.isSmallest {
      drawTable(layout, into: &frame)
    } else {
      chrome.drawHeader(lead: lead, remarks: remarks, into: &frame)
      drawMap(in: area, into: &frame)
    }
    let place = model.clusters.isEmpty ? 0 : model.rank + 1
    chrome.drawStatus(
      place: "\(place.grouped) of \(model.clusters.count.grouped)", editor: nil, row: layout.statusRow, into: &frame)
  }

  /// All between header and status line: a map needs no headings.
  func area(_ layout: ScreenLayout) -> Rect {
    Rect(column: 0, row: 3, columns: layout.size.columns, rows: layout.statusRow - 3)
  }

  // MARK: Words

  /// The selected cluster: its figures, and its places as far as there is room.
  private var lead: [StyledText] {
    guard let cluster = model.selected else { return [] }
    let names = cluster.places.prefix(6).map { place in
      cluster.places.count > 1 ? "\(place.text) \(place.signIns.grouped)" : place.text
    }
    let more = cluster.places.count > 6 ? " and \((cluster.places.count - 6).grouped) more" : ""
    return [
      StyledText("\(cluster.signIns.counted("sign-in")), "),
      StyledText("\(cluster.risky.grouped) risky", cluster.risky > 0 ? .risk : .plain),
      StyledText(" listed in \(names.joined(separator: ", "))\(more)"),
    ]
  }

  private var remarks: [String] {
    guard let picture = model.picture else { return [] }
    return [
      picture.unlocated > 0 ? "\(picture.unlocated.grouped) without a place" : nil,
      picture.map.outside > 0 ? "\(picture.map.outside.grouped) outside this part" : nil,
    ].compactMap { $0 }
  }

  // MARK: The map

  private func drawMap(in area: Rect, into frame: inout Frame) {
    guard let map = model.picture?.map else { return chrome.drawEmpty(in: area, into: &frame) }
    LandView(view: map.view, glyphs: glyphs).draw(in: area, into: &frame)
    if !surface.dashboard.isTyping { frame.cursor = Position(column: area.column, row: area.row) }
    for cluster in map.clusters { frame.clear(label(of: cluster, in: area).room(within: area)) }
    for (index, cluster) in map.clusters.enumerated() {
      draw(cluster, isSelected: index == model.selectedIndex, in: area, into: &frame)
    }
  }

  private func draw(_ cluster: MapCluster, isSelected: Bool, in area: Rect, into frame: inout Frame) {
    guard cluster.row < area.rows else { return }
    let label = label(of: cluster, in: area)
    frame.write(label.text, at: label.position, style: cluster.risky > 0 ? .risk : .heading)
    guard isSelected else { return }
    frame.select(
      Rect(column: label.position.column, row: label.position.row, columns: label.text.count, rows: 1))
    if !surface.dashboard.isTyping { frame.cursor = label.position }
  }

  /// A mark and a count: the mark at the place, unless the count would not fit behind it.
  private func label(of cluster: MapCluster, in area: Rect) -> MapLabel {
    let text = (cluster.risky > 0 ? glyphs.risk : glyphs.mark) + cluster.signIns.grouped(within: 4)
    let field = cluster.column / MapClusters.labelWidth * MapClusters.labelWidth
    let last = min(field + MapClusters.labelWidth, area.columns) - text.count
    let column = area.column + max(0, min(cluster.column, last))
    return MapLabel(text: text, position: Position(column: column, row: area.row + cluster.row))
  }

  // MARK: The table

  private func drawTable(_ layout: ScreenLayout, into frame: inout Frame) {
    let area = layout.list
    if let row = layout.headingsRow {
      frame.write("   SIGN-INS    RISKY  PLACE", at: Position(column: 0, row: row), style: .quiet)
    }
    let ranking = model.picture?.ranking ?? []
    let first = max(0, min(model.rank - area.rows / 2, ranking.count - area.rows))
    for (line, index) in ranking[first...].prefix(area.rows).enumerated() {
      let cluster = model.clusters[index]
      let row = area.row + line
      drawRow(cluster, row, into: &frame)
      guard index == model.selectedIndex else { continue }
      Chrome(surface: surface).drawSelection(row: row, columns: 20, in: area, into: &frame)
    }
    if model.clusters.isEmpty { chrome.drawEmpty(in: area, into: &frame) }
  }

  private func drawRow(_ cluster: MapCluster, _ row: Int, into frame: inout Frame) {
    if cluster.risky > 0 { frame.write(glyphs.risk, at: Position(column: 0, row: row), width: 1, style: .risk) }
    let counts = [(cluster.signIns, 2), (cluster.risky, 12)]
    for (count, column) in counts {
      frame.write(count.grouped(within: 9), at: Position(column: column, row: row), width: 9, alignment: .trailing)
    }
    let names = cluster.places.prefix(3).map(\.text).joined(separator: ", ")
    frame.write(names, at: Position(column: 23, row: row))
  }
}

/// What stands for a cluster.
private struct MapLabel {
  let text: String
  let position: Position

  /// The label with a cell on either side, so that it can be read on land.
  func room(within area: Rect) -> Rect {
    let first = max(area.column, position.column - 1)
    let end = min(area.column + area.columns, position.column + text.count + 1)
    let isInside = position.row < area.row + area.rows
    return Rect(column: first, row: position.row, columns: end - first, rows: isInside ? 1 : 0)
  }
}

extension MapPlace {
  /// Its names, or where it lies.
  fileprivate var text: String {
    let names = [country, city].compactMap { $0 }
    return names.isEmpty ? "an unnamed place" : names.joined(separator: " ")
  }
}
