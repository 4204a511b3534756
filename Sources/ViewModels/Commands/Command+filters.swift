extension Command {
  static let ofFilters = [
    Command(.filter, "filter the list", hint: "filter", .filter { $0.open() }),
    Command(.flipTerm, "opposite of the filter's last term", .filter { $0.change { $0.flippingLast() } }),
    Command(.dropTerm, "drop the filter's last term", .filter { $0.change { $0.droppingLast() } }),
    Command(.saveFilter, "keep the filter under a name", .filter { _ in .open(.paletteTyping("save ")) }),
  ]
}
