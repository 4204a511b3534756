import Elements
import SignInAnalysis

/// Makes the facts of a ticket, away from the main actor.
struct TicketWork: Sendable {
  let handOver: HandOverWork
  /// But for the earliest time, which takes a look at all rows.
  let basis: TicketBasis
  let signals: SignalTable
  let words: SignalWords
  let made: Timestamp
  let source: String

  /// Users, and addresses, that are counted at most: each is a search through all that was read.
  private static let mostSubjects = 50

  func facts() -> TicketFacts {
    let rows = grouped(handOver.signInsWithRows())
    let signIns = rows.map(\.signIn)
    let users = figures(of: signIns.compactMap(\.user))
    let addresses = figures(of: signIns.compactMap(\.address))
    return TicketFacts(
      signIns: rows.map { row, handed in
        TicketSignIn(
          handed, evidence: signals[row].map(words.sentence), ofUser: handed.user.flatMap { users[$0] },
          ofAddress: handed.address.flatMap { addresses[$0] })
      },
      basis: basis.reaching(earliest), made: made, madeLocal: handOver.times.local(made), source: source)
  }

  /// By tenant, in the order in which each is met.
  private func grouped(
    _ signIns: [(row: FleetRow, signIn: HandedSignIn)]
  ) -> [(row: FleetRow, signIn: HandedSignIn)] {
    var ranks: [TenantNumber: Int] = [:]
    for (row, _) in signIns where ranks[row.tenant] == nil { ranks[row.tenant] = ranks.count }
    return signIns.enumerated().sorted { one, other in
      (ranks[one.element.row.tenant] ?? 0, one.offset) < (ranks[other.element.row.tenant] ?? 0, other.offset)
    }.map(\.element)
  }

  private func figures(of subjects: [SightingSubject]) -> [SightingSubject: TicketFigures] {
    var figures: [SightingSubject: TicketFigures] = [:]
    for subject in subjects where figures[subject] == nil && figures.count < Self.mostSubjects {
      figures[subject] = TicketFigures(of: subject, in: handOver.snapshot)
    }
    return figures
  }

  private var earliest: Timestamp? {
    let snapshot = handOver.snapshot
    var earliest = Int64.max
    for tenant in snapshot.tenants {
      for chunk in snapshot[tenant]?.chunks ?? [] {
        let times = chunk.times
        for row in 0..<chunk.count where times[row] != SignInChunk.noTime { earliest = min(earliest, times[row]) }
      }
    }
    return Timestamp(ticks: earliest)
  }
}

extension HandedSignIn {
  /// A guest is the same user as its home account.
  fileprivate var user: SightingSubject? {
    guard let name = signIn.userPrincipalName, !name.isEmpty else { return nil }
    return .user(GuestName.homeAccount(of: name) ?? name.lowercased())
  }

  fileprivate var address: SightingSubject? {
    signIn.ip.flatMap { $0.isEmpty ? nil : .address($0) }
  }
}

extension TicketBasis {
  fileprivate func reaching(_ earliest: Timestamp?) -> TicketBasis {
    TicketBasis(
      rows: rows, tenantsRead: tenantsRead, tenants: tenants, earliest: earliest, read: read, lists: lists,
      failures: failures)
  }
}
