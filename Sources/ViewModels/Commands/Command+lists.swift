extension Command {
  static let ofLists = [
    Command(.down, "next row", .list(.down)),
    Command(.up, "previous row", .list(.up)),
    Command(.pageDown, "a screen down", .list(.pageDown)),
    Command(.pageUp, "a screen up", .list(.pageUp)),
    Command(.halfPageDown, "half a screen down", .list(.halfPageDown)),
    Command(.halfPageUp, "half a screen up", .list(.halfPageUp)),
    Command(.first, "first row", .list(.first)),
    Command(.last, "last row", .list(.last)),
    Command(.laterColumns, "columns to the right", .columns(1)),
    Command(.earlierColumns, "columns to the left", .columns(-1)),
  ]

  static let ofRows = [
    Command(.riskyOnly, "risky only, or all", hint: "risky only", .riskyScope { $0.toggleScope() }),
    Command(.sort, "sort by a column", hint: "sort", .sort { .open(.sortMenu($0)) }),
    Command(.reverseSort, "reverse the sort", .sort { $0.reverseSort() }),
  ]

  static let ofOtherRows = [
    Command(.copyRow, "copy the row", hint: "copy", .row { $0.copyRow(telling: $1) })
  ]

  static let ofChoices = [
    Command(.choose, "take the selected one", hint: "take", .choice { .closeThen($0.choose()) })
  ]
}
