import Elements
import SignInStore

/// All customers, as a `CustomerReader` reads them page after page.
@MainActor
final class CustomerList {
  private(set) var customers: [Customer] = []
  private(set) var coverage = CustomerCoverage(total: nil, loaded: 0, isLoading: false)
  var onChange: @MainActor () -> Void = {}
  private let client: ElementsClient
  /// Stand in where the server will not list any.
  private let listed: [Customer]
  private var call: Task<Void, Never>?
  private var hasStarted = false

  init(client: ElementsClient, listed: [Customer]) {
    self.client = client
    self.listed = listed
  }

  /// Starts to read, unless that was done before.
  func load() {
    guard !hasStarted else { return }
    reload()
  }

  /// Reads all anew. What is known stays until the same page has been read again.
  func reload() {
    hasStarted = true
    call?.cancel()
    coverage.isLoading = true
    coverage.error = nil
    call = Task { [weak self] in await self?.readAll() }
  }

  func cancel() {
    call?.cancel()
  }

  private func readAll() async {
    var reader = CustomerReader(client: client, listed: listed)
    var read: [Customer] = []
    do throws(ElementsError) {
      while let page = try await reader.next() {
        guard !Task.isCancelled else { return }
        read += page
        publish(read, reader)
      }
    } catch {
      fail(error)
    }
  }

  /// Only the end of the reading takes anything away: what it has not met yet, and what it could not read when it
  /// looked before.
  private func publish(_ read: [Customer], _ reader: CustomerReader) {
    // Those that the user has listed stand for no customer of the server's.
    let known = reader.isOver || coverage.refusal != nil ? [] : customers
    let ids = Set(read.map(\.id))
    customers = read + known.filter { !ids.contains($0.id) }
    let unreadable = reader.unreadable.count + reader.unreadableTenants.count
    coverage = CustomerCoverage(
      total: reader.total, loaded: customers.count,
      unreadable: reader.isOver ? unreadable : max(unreadable, coverage.unreadable), isLoading: !reader.isOver,
      refusal: reader.refusal)
    onChange()
  }

  private func fail(_ error: ElementsError) {
    guard !Task.isCancelled, error.reason != .cancelled else { return }
    coverage.isLoading = false
    coverage.error = error
    onChange()
  }
}

/// How many of the customers are known.
public struct CustomerCoverage: Hashable, Sendable {
  /// By the server's newest answer; nil before the first.
  public internal(set) var total: Int?
  public internal(set) var loaded: Int
  /// Customers and tenants of customers that could not be read; the history of messages names them.
  public internal(set) var unreadable = 0
  public internal(set) var isLoading: Bool
  /// Why no more are known.
  public internal(set) var error: ElementsError?
  /// Why these are the customers that the user has listed, and not the server's; nil where they are the server's.
  public internal(set) var refusal: ElementsError?
}
