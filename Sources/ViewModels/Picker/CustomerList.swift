import Elements

/// All customers, read page after page.
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
    var read: [Customer] = []
    var known = Set<Customer.ID>()
    var unreadable = 0
    var page = 1
    while true {
      do throws(ElementsError) {
        let answer = try await client.customers(PageRequest(index: page), .onScreen)
        guard !Task.isCancelled else { return }
        // Pages shift when a customer is added meanwhile: one that comes twice counts once.
        read += answer.items.filter { known.insert($0.id).inserted }
        unreadable += answer.unreadable.count + answer.items.reduce(0) { $0 + $1.unreadableTenants.count }
        let isLast = answer.items.isEmpty || page * max(1, answer.size) >= answer.totalCount
        publish(read, unreadable: unreadable, total: answer.totalCount, isLast: isLast)
        if isLast { return }
        page += 1
      } catch {
        fail(error)
        return
      }
    }
  }

  private func publish(_ read: [Customer], unreadable: Int, total: Int, isLast: Bool) {
    let ids = Set(read.map(\.id))
    customers = isLast ? read : read + customers.filter { !ids.contains($0.id) }
    coverage = CustomerCoverage(total: total, loaded: customers.count, unreadable: unreadable, isLoading: !isLast)
    onChange()
  }

  private func fail(_ error: ElementsError) {
    guard error.reason != .cancelled else { return }
    if error.isForbidden, !listed.isEmpty {
      customers = listed
      coverage = CustomerCoverage(total: listed.count, loaded: listed.count, isLoading: false, refusal: error)
    } else {
      coverage.isLoading = false
      coverage.error = error
    }
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
