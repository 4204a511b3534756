extension Command {
  static let ofAll = [
    Command(.goTenants, "all tenants, worst first", .everywhere { _ in .go(.tenants) }),
    Command(.goSignIns, "the risky sign-ins of all tenants", .everywhere { _ in .go(.signIns) }),
    Command(.goAddresses, "all addresses that were seen", .everywhere { _ in .go(.addresses) }),
    Command(.nextPlace, "the next of these three", .everywhere { .go($0.navigator.root.next) }),
    Command(.recentTenants, "tenants opened last", .everywhere { _ in .open(.recentTenants) }),
    Command(.refresh, "refresh, and try again what failed", hint: "refresh", .everywhere { $0.refresh() }),
    Command(.timeZone, "times in UTC or local", .everywhere { $0.toggleTimeZone() }),
    Command(.palette, "commands; a number goes to that row", hint: "commands", .everywhere { _ in .open(.palette) }),
    Command(.clearMarks, "take all marks away, in all tenants", .everywhere { $0.clearMarks() }),
    Command(.messages, "messages so far", .everywhere { _ in .open(.messages) }),
    Command(.help, "keys that work here", hint: "help", .everywhere { _ in .open(.help) }),
    Command(.escape, "close, stop, clear the filter, go back", hint: "back", .everywhere { $0.escape() }),
    Command(.back, "go back; from the first place, leave", .everywhere { _ in .back }),
    Command(.stop, "stop what runs; else close; else leave", .everywhere { $0.interrupt() }),
    Command(.repaint, "draw the screen anew", .everywhere { _ in .effect(.repaint) }),
    Command(.suspend, "suspend", .everywhere { _ in .effect(.suspend) }),
    Command(.quit, "leave risktop", .everywhere { _ in .quit }),
  ]
}
