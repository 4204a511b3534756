import CNcursesw
import TerminalUI

/// Cells as the C library's wide characters.
enum WideText {
  /// The scalars of a cell, or as many placeholders as it is wide where the C library sees another width; none for the
  /// second half of a wide one.
  ///
  /// ncurses trusts `wcwidth`, which knows nothing of newer characters: a difference would move the rest of the row.
  static func scalars(_ cell: Cell) -> [wchar_t] {
    let scalars = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    guard scalars.contains(where: { $0 >= 0x80 }) else { return scalars }
    let widths = scalars.map { wcwidth($0) }
    let agrees = Int(widths.first ?? -1) == cell.width && widths.dropFirst().allSatisfy { $0 == 0 }
    return agrees ? scalars : Array(repeating: wchar_t(UInt8(ascii: "?")), count: cell.width)
  }
}
