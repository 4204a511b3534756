import Elements
import SignInAnalysis

/// The sentences of a ticket.
struct TicketWords {
  let format: TicketFormat

  static let notGiven = "not given"

  /// Countries that are named of a user or an address.
  private static let mostCountries = 4
  /// Tenants that are named because they could not be read.
  private static let mostFailures = 10

  static func risk(_ isRisk: Bool?) -> String {
    switch isRisk {
    case true?: "risky (flagged by your workflows)"
    case false?: "not risky so far (can change for 48 h)"
    case nil: "the server does not say"
    }
  }

  // MARK: Figures

  /// `12 sign-ins, 3 risky, 2 addresses, 1 tenant, NL 9, NG 3, from … to …`.
  func figures(_ figures: TicketFigures, ofUser: Bool) -> String {
    let others = ofUser ? counted(figures.addresses, "address", "addresses") : counted(figures.users, "user")
    let parts: [String?] = [
      counted(figures.count, "sign-in"), "\(figures.risky) risky", others, counted(figures.tenants, "tenant"),
      countries(figures), span(figures), stays(figures),
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func stays(_ figures: TicketFigures) -> String {
    guard let longest = figures.stays.longestStay else { return "no stay of 30 min or more" }
    return figures.stays.count == 1 ? longest.words : "\(figures.stays.count) stays, the longest: \(longest.words)"
  }

  private func countries(_ figures: TicketFigures) -> String? {
    let all = figures.countries
    guard !all.isEmpty else { return nil }
    let named = all.prefix(Self.mostCountries).map { "\(format.quoted($0.name)) \($0.count)" }
    let rest = all.count - named.count
    return (named + (rest > 0 ? ["\(rest) more countries"] : [])).joined(separator: ", ")
  }

  private func span(_ figures: TicketFigures) -> String? {
    guard let first = figures.first, let last = figures.last else { return nil }
    return first == last ? "at \(first.spacedUTC)" : "first \(first.spacedUTC), last \(last.spacedUTC)"
  }

  private func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  // MARK: What it rests on

  /// A line each.
  func basis(_ basis: TicketBasis) -> [String] {
    [over(basis)] + basis.lists.map(line) + failures(basis.failures)
  }

  private func over(_ basis: TicketBasis) -> String {
    let tenants = "\(basis.tenantsRead) of \(counted(basis.tenants, "tenant"))"
    let back = basis.earliest.map { ", the earliest of \($0.spacedUTC)" } ?? ""
    return "\(counted(basis.rows, "sign-in")) of \(tenants) were read\(back)\(read(basis.read))"
  }

  private func read(_ times: ClosedRange<Timestamp>?) -> String {
    guard let times else { return "" }
    if times.lowerBound == times.upperBound { return "; read at \(times.lowerBound.spacedUTC)" }
    return "; read from \(times.lowerBound.spacedUTC) to \(times.upperBound.spacedUTC)"
  }

  private func line(_ list: TicketList) -> String {
    let what = list.scope == .risky ? "risky sign-ins" : "all sign-ins"
    return "\(format.quoted(list.customer)), \(what): \(reach(list))"
  }

  private func reach(_ list: TicketList) -> String {
    guard list.loaded > 0 || list.readAt != nil else { return "this list was not read" }
    if list.isComplete { return "all \(list.loaded) read" }
    let amount = list.total.map { "\(list.loaded) of \($0) read" } ?? "\(list.loaded) read"
    return amount + (list.backTo.map { ", without a gap back to \($0.spacedUTC)" } ?? "")
  }

  private func failures(_ failures: [TicketFailure]) -> [String] {
    let named = failures.prefix(Self.mostFailures).map { failure in
      "\(format.quoted(failure.customer)) could not be read: \(format.quoted(failure.reason))"
    }
    let rest = failures.count - named.count
    return named + (rest > 0 ? ["\(counted(rest, "more tenant")) could not be read"] : [])
  }
}
