extension Command {
  static let ofSignIns = [
    Command(.openSignIn, "all fields of the sign-in", hint: "details", .details { $0.openDetails() }),
    Command(.openItsTenant, "go to this sign-in in its tenant", hint: "its tenant", .home { $0.openItsTenant() }),
    Command(.nextNamed, "next sign-in that the evidence names", hint: "named sign-ins", .evidence { $0.choose(1) }),
    Command(.previousNamed, "previous sign-in that the evidence names", .evidence { $0.choose(-1) }),
    Command(
      .openNamed, "go to the named sign-in, or to this one in its tenant", hint: "go there",
      .evidence { $0.openChosen() }),
    Command(.nextRisky, "next risky sign-in", hint: "next risky", .signIns { $0.seekRisk(1) }),
    Command(.previousRisky, "previous risky sign-in", .signIns { $0.seekRisk(-1) }),
    Command(
      .nextSignal, "row with the strongest signal; then the next", hint: "worst",
      .signIns { $0.goToNextSignal() }),
    Command(.onlyUser, "only this user", .signIns { $0.pivot(.user, negated: false) }),
    Command(.hideUser, "hide this user", .signIns { $0.pivot(.user, negated: true) }),
    Command(.onlyAddress, "only this address", .signIns { $0.pivot(.ip, negated: false) }),
    Command(.hideAddress, "hide this address", .signIns { $0.pivot(.ip, negated: true) }),
    Command(.onlyCountry, "only this country", .signIns { $0.pivot(.country, negated: false) }),
    Command(.hideCountry, "hide this country", .signIns { $0.pivot(.country, negated: true) }),
    Command(
      .whereAddress, "where else: this address in all tenants", hint: "address elsewhere",
      .signIns { $0.whereElse(.ip) }),
    Command(.whereUser, "where else: this user in all tenants", .signIns { $0.whereElse(.user) }),
    Command(.mark, "mark, or take the mark away", hint: "mark", .signIns { $0.toggleMark() }),
    Command(.markAll, "mark all that the filter leaves", .signIns { $0.markAllMatches() }),
    Command(.fold, "fold what one signal explains, or unfold it", hint: "fold", .signIns { $0.toggleFold() }),
    Command(.export, "export the marked, those read or all to a file", hint: "export", .signIns { $0.export() }),
    Command(.onlyMarked, "marked only, or all", .signIns { $0.toggleMarkedOnly() }),
    Command(.copy, "copy the row, or the marked ones", hint: "copy", .signIns { $0.copy() }),
    Command(.copyTicket, "ticket text of the row, or the marked", hint: "ticket", .signIns { $0.ticket() }),
  ]

  static let ofReading = [
    Command(
      .lookFurther, "look further back: 24 h to 30 days", hint: "look back", .lookBack { .open(.choice($0.menu())) })
  ]
}
