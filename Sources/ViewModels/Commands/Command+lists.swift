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

  static let ofChoices = [
    Command(.choose, "take the selected one", hint: "take", .choice { .closeThen($0.choose()) })
  ]
}
