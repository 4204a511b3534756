import Elements
import SignInStore
import ViewModels

/// Reads the wanted sign-ins of some tenants, one tenant after the other; the newest pages of all are asked for at
/// once.
public struct SignInSweep {
  private let session: CommandSession
  private let isSorted: Bool
  private let isNamed: Bool
  private var streams: [SignInStream]

  /// - Parameters:
  ///   - isSorted: whether tenants are named whose order is not that of time.
  ///   - isNamed: whether what is said of a tenant names it; otherwise the failure of the only one ends the command.
  public init(
    _ tenants: [TenantIdentity], _ selection: SignInSelection, session: CommandSession, isSorted: Bool = false,
    isNamed: Bool = true
  ) {
    self.session = session
    self.isSorted = isSorted
    self.isNamed = isNamed
    streams = tenants.map { tenant in
      SignInStream(
        of: tenant, selection, limit: nil, pagesAhead: selection.pagesAhead, client: session.client)
    }
  }

  var tenants: [TenantIdentity] { streams.map(\.tenant) }

  /// Tenants are counted from 0, as they were handed in; those that fail are named.
  /// - Parameter take: is handed the wanted sign-ins of each page, and the tenant.
  mutating func read(_ take: (_ signIns: [SignIn], _ tenant: Int) -> Void) async throws(Ending) {
    for place in streams.indices { streams[place].begin() }
    for place in streams.indices { try await read(place, take) }
    for stream in streams { session.console.say(about: stream, isNamed: isNamed, isSorted: isSorted) }
    if isNamed { session.console.say(assumptions: streams.count { $0.assumption != nil }) }
  }

  private mutating func read(_ place: Int, _ take: ([SignIn], Int) -> Void) async throws(Ending) {
    var failure: ElementsError?
    while let signIns = await streams[place].next(failure: &failure) {
      try session.checkReader()
      take(signIns, place)
      session.console.show(
        progress: "\(streams[place].progress) · tenant \((place + 1).grouped) of \(streams.count.grouped)")
    }
    guard let failure else { return }
    guard isNamed else { throw Ending(failure) }
    session.tell(failure, of: streams[place].tenant)
  }

  /// Whether what was read of a tenant's list came newest first, from the head on and without a doubt.
  func isProven(_ tenant: Int) -> Bool {
    streams[tenant].order.holds && streams[tenant].coverage.isProven
  }
}
