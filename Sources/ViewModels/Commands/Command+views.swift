extension Command {
  static let ofViews = [
    Command(.view, "look at the list as a tally, hours or a map", hint: "views", .views { .open(.viewMenu($0)) }),
    Command(
      .narrow, "only the selected value, hour or place in the list", hint: "only this",
      .narrowing { $0.narrow(telling: $1) }),
    Command(.table, "the table behind the picture", hint: "table", .picture { $0.openTable() }),
    Command(.zoomIn, "closer to the selected place", hint: "closer", .map { $0.zoom(by: 1) }),
    Command(.zoomOut, "further away", hint: "further", .map { $0.zoom(by: -1) }),
  ]
}
