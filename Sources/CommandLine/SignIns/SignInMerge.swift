import Elements
import Reports
import SignInAnalysis
import SignInStore
import ViewModels

/// The sign-ins of many tenants, newest first, as far as each tenant's are.
///
/// Of each tenant about a page is held. Its next page is read only when everything that is newer was written.
public struct SignInMerge {
  static let mostWritten = 500

  private let session: CommandSession
  private let selection: SignInSelection
  private var sink: ReportSink<SignInRecord>
  private var sources: [MergeSource]
  private var pending: [SignInRecord] = []
  private var scanned = 0

  public init(
    _ tenants: [TenantIdentity], _ selection: SignInSelection, session: CommandSession, sink: ReportSink<SignInRecord>
  ) {
    self.session = session
    self.selection = selection
    self.sink = sink
    // Rows from further down would only wait for those above them.
    sources = tenants.map { tenant in
      MergeSource(
        SignInStream(of: tenant, selection, limit: selection.limit, pagesAhead: 1, client: session.client))
    }
  }

  private var remaining: Int { (selection.limit ?? .max) - sink.count - pending.count }

  /// Writes all of them; tenants that fail are named.
  public mutating func write() async throws(Ending) {
    for place in sources.indices { sources[place].stream.begin() }
    try await writeAsTheyCome()
    for source in sources {
      session.console.say(about: source.stream, isNamed: true, isSorted: true)
    }
    session.console.say(assumptions: sources.count { $0.stream.assumption != nil })
    try sink.finish()
  }

  private mutating func writeAsTheyCome() async throws(Ending) {
    while remaining > 0, let newest = newestSource {
      if sources[newest].waiting.isEmpty {
        try flush()
        try await readOn(newest)
      } else {
        take(from: newest)
        if pending.count >= Self.mostWritten { try flush() }
      }
    }
    try flush()
  }

  /// The source that may hold the newest sign-in; nil when all have ended.
  private var newestSource: Int? {
    sources.indices.filter { !sources[$0].isOver }.max { sources[$0].bound < sources[$1].bound }
  }

  private mutating func readOn(_ place: Int) async throws(Ending) {
    try sink.checkReader()
    let before = sources[place].stream.coverage.scanned
    if let failure = await sources[place].readOn() {
      session.tell(failure, of: sources[place].stream.tenant)
    }
    scanned += sources[place].stream.coverage.scanned - before
    session.console.show(
      progress: "\(scanned.grouped) sign-ins read · \(sources.count { !$0.isOver }.grouped) tenants not at their end")
  }

  /// Takes rows from a source until another may hold a newer one.
  private mutating func take(from place: Int) {
    let others = sources.indices.filter { $0 != place && !sources[$0].isOver }.map { sources[$0].bound }
    let next = others.max() ?? .min
    var taken: [SignIn] = []
    while taken.count < remaining, let signIn = sources[place].takeFirst(downTo: next) { taken.append(signIn) }
    pending += sources[place].stream.records(taken)
  }

  private mutating func flush() throws(Ending) {
    guard !pending.isEmpty else { return }
    try sink.write(pending)
    pending = []
  }
}

/// A tenant among those that are merged.
struct MergeSource {
  var stream: SignInStream
  /// Sign-ins that were read and not yet taken.
  private(set) var waiting: ArraySlice<SignIn> = []
  /// No sign-in that is still to come is newer, in ticks, if the tenant's come newest first.
  private(set) var bound = Int64.max
  private var isAtEnd = false

  init(_ stream: SignInStream) {
    self.stream = stream
  }

  var isOver: Bool { isAtEnd && waiting.isEmpty }

  /// Reads the next page. Nothing comes after a failure.
  mutating func readOn() async -> ElementsError? {
    var failure: ElementsError?
    if let signIns = await stream.next(failure: &failure) {
      waiting = signIns[...]
      bound = waiting.first.map(time) ?? stream.order.last?.ticks ?? bound
    } else {
      isAtEnd = true
    }
    return failure
  }

  /// The first that waits, unless it is older than what another source may hold.
  mutating func takeFirst(downTo other: Int64) -> SignIn? {
    guard bound >= other, let signIn = waiting.popFirst() else { return nil }
    bound = waiting.first.map(time) ?? bound
    return signIn
  }

  /// A sign-in without a time keeps its place in the list.
  private func time(of signIn: SignIn) -> Int64 {
    signIn.loginTime?.ticks ?? bound
  }
}
