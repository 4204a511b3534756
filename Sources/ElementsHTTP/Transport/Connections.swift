import AsyncHTTPClient
import NIOCore
import NIOPosix
import Synchronization

/// The open connections: one HTTP client for each route, since a client takes one proxy.
///
/// Making it opens nothing and waits for nothing.
final class Connections: Sendable {
  private let group: MultiThreadedEventLoopGroup
  private let direct: HTTPClient
  private let proxied: HTTPClient?
  private let proxies: ProxySettings
  private let limits: AnswerLimits
  private let use = Mutex(Use())

  private struct Use {
    var isOver = false
    /// Calls that have not returned.
    var calls = 0
    /// Waits until all of them have.
    var waiter: CheckedContinuation<Void, Never>?
  }

  init(configuration: ElementsConfiguration) {
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    proxies = configuration.proxies
    limits = configuration.answers
    direct = HTTPClient(
      eventLoopGroupProvider: .shared(group),
      configuration: .elements(answers: configuration.answers, roots: configuration.roots, proxy: nil))
    proxied = configuration.proxies.proxy.map { [group] proxy in
      HTTPClient(
        eventLoopGroupProvider: .shared(group),
        configuration: .elements(answers: configuration.answers, roots: configuration.roots, proxy: proxy))
    }
  }

  /// A client that is let go without having been shut down would trap in debug builds. No call is under way: it would
  /// hold this.
  deinit {
    guard !use.withLock(\.isOver) else { return }
    let (clients, group) = (clients, group)
    Task {
      await Self.shutDown(clients)
      try? await group.shutdownGracefully()
    }
  }

  private var clients: [HTTPClient] { [direct, proxied].compactMap(\.self) }

  /// Ends calls under way as cancelled. The event loop goes last: one of them that is cancelled just now still needs
  /// it.
  func shutdown() async {
    let isFirst = use.withLock { use in
      defer { use.isOver = true }
      return !use.isOver
    }
    guard isFirst else { return }
    await Self.shutDown(clients)
    await callsReturned()
    try? await group.shutdownGracefully()
  }

  /// No call is under way.
  var isIdle: Bool { use.withLock { $0.calls == 0 } }

  /// There is nobody to tell of an unclean end.
  private static func shutDown(_ clients: [HTTPClient]) async {
    for client in clients { try? await client.shutdown() as Void }
  }

  private func callsReturned() async {
    await withCheckedContinuation { waiter in
      let isNow = use.withLock { use in
        if use.calls > 0 { use.waiter = waiter }
        return use.calls == 0
      }
      if isNow { waiter.resume() }
    }
  }

  func send(_ request: OutgoingRequest) async throws(TransportFailure) -> HTTPAnswer {
    let isOver = use.withLock { use in
      if !use.isOver { use.calls += 1 }
      return use.isOver
    }
    if isOver { throw .cancelled }
    defer { returned() }
    let proxy = proxies.route(to: request.endpoint)
    do {
      return try await answer(to: HTTPClient.Request(request), from: proxy == nil ? direct : proxied ?? direct)
    } catch {
      if Task.isCancelled || use.withLock(\.isOver) { throw .cancelled }
      throw TransportFailure(error, limits: limits, proxy: proxy)
    }
  }

  private func returned() {
    let waiter = use.withLock { use in
      use.calls -= 1
      return use.calls == 0 ? use.waiter.take() : nil
    }
    waiter?.resume()
  }

  /// The whole answer is put together on the event loop's thread, by one timer of that loop: what comes is one value.
  private func answer(to request: HTTPClient.Request, from client: HTTPClient) async throws -> HTTPAnswer {
    let task = client.execute(
      request: request, delegate: ResponseAccumulator(request: request, maxBodySize: limits.bytes),
      deadline: .now() + TimeAmount(limits.whole))
    return try await withTaskCancellationHandler {
      try HTTPAnswer(await task.get(), limit: limits.bytes)
    } onCancel: {
      task.cancel()
    }
  }
}
