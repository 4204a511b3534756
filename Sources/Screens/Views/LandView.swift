import Assets
import TerminalUI
import ViewModels

/// The land of a map's view: in braille the coasts and a light pattern within them, in ASCII a point a cell.
struct LandView {
  private let glyphs: Glyphs
  private let columns: Int
  private let rows: Int
  /// By dot, row by row.
  private let isLand: [Bool]

  init(view: MapView, glyphs: Glyphs) {
    self.glyphs = glyphs
    (columns, rows) = (view.columns, view.rows)
    isLand = (0..<view.rows * view.columns).map { dot in
      guard let place = view.place(column: dot % view.columns, row: dot / view.columns) else { return false }
      return LandMask.world.isLand(latitude: place.latitude, longitude: place.longitude)
    }
  }

  func draw(in area: Rect, into frame: inout Frame) {
    let width = min(area.columns, columns / MapClusters.cellColumns)
    for row in 0..<min(area.rows, rows / MapClusters.cellRows) {
      let text = (0..<width).map { cell(column: $0 * MapClusters.cellColumns, row: row * MapClusters.cellRows) }
      frame.write(text.joined(), at: Position(column: area.column, row: area.row + row), width: width, style: .quiet)
    }
  }

  /// The bits of a braille character's dots, row by row.
  private static let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
  private static let firstPattern: UInt32 = 0x2800
  /// A cell with at least so many dots of land is land in ASCII.
  private static let mostOfCell = 4

  /// What stands in the cell of which this is the first dot.
  private func cell(column: Int, row: Int) -> String {
    var pattern: UInt32 = 0
    var land = 0
    for (down, bits) in LandView.bits.enumerated() {
      for (right, bit) in bits.enumerated() where isLand(column + right, row + down) {
        land += 1
        if isDrawn(column + right, row + down) { pattern |= bit }
      }
    }
    if glyphs.repertoire == .ascii { return land >= LandView.mostOfCell ? "." : " " }
    guard pattern > 0 else { return " " }
    return Unicode.Scalar(LandView.firstPattern + pattern).map { String($0) } ?? " "
  }

  /// Coasts are drawn whole, and within them a dot in every second cell: full land would hide what stands on it.
  private func isDrawn(_ column: Int, _ row: Int) -> Bool {
    let isPattern = row % 4 == 1 && (column + row / 4 * 2) % 4 == 0
    return isPattern || !isLand(column - 1, row) || !isLand(column + 1, row) || !isLand(column, row - 1)
      || !isLand(column, row + 1)
  }

  /// Beyond the view's edge it goes on as it is there.
  private func isLand(_ column: Int, _ row: Int) -> Bool {
    isLand[min(rows - 1, max(0, row)) * columns + min(columns - 1, max(0, column))]
  }
}
