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
  private let sleep: @Sendable (Duration) async throws -> Void
  private let isShutDown = Mutex(false)

  /// `sleep` measures the time for a whole answer; the other limits are the HTTP client's.
  init(
    configuration: ElementsConfiguration,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.sleep = sleep
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

  /// A client that is let go without having been shut down would trap in debug builds.
  deinit {
    guard !isShutDown.withLock({ $0 }) else { return }
    let (direct, proxied, group) = (direct, proxied, group)
    Task { await Self.shutDown([direct, proxied].compactMap { $0 }, group) }
  }

  func shutdown() async {
    let isFirst = isShutDown.withLock { done in
      defer { done = true }
      return !done
    }
    guard isFirst else { return }
    await Self.shutDown([direct, proxied].compactMap { $0 }, group)
  }

  /// Calls under way end as cancelled. There is nobody to tell of an unclean end.
  private static func shutDown(_ clients: [HTTPClient], _ group: MultiThreadedEventLoopGroup) async {
    for client in clients { try? await client.shutdown() as Void }
    try? await group.shutdownGracefully()
  }

  func send(_ request: OutgoingRequest) async throws(TransportFailure) -> HTTPAnswer {
    let proxy = proxies.route(to: request.endpoint)
    let client = proxy == nil ? direct : proxied ?? direct
    do {
      return try await within(limits.whole) { [limits] in
        let answer = try await client.execute(HTTPClientRequest(request), deadline: .distantFuture)
        return try await HTTPAnswer(answer, limit: limits.bytes)
      }
    } catch {
      if Task.isCancelled || isShutDown.withLock({ $0 }) { throw .cancelled }
      throw TransportFailure(error, limits: limits, proxy: proxy)
    }
  }

  /// The client's own deadline ends with the head of the answer; this one holds for all of it.
  private func within<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { tasks in
      defer { tasks.cancelAll() }
      tasks.addTask(operation: work)
      tasks.addTask { [sleep] in
        try await sleep(limit)
        throw WholeAnswerTimeout()
      }
      guard let first = try await tasks.next() else { throw CancellationError() }
      return first
    }
  }
}

/// The time for a whole answer is over.
struct WholeAnswerTimeout: Error {}
