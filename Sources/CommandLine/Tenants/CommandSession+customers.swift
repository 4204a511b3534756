import Elements
import SignInStore
import ViewModels

extension CommandSession {
  /// Reads all customers and hands them on as they come. Those that can't be had are named.
  public func readCustomers(_ use: ([Customer]) throws(Ending) -> Void) async throws(Ending) {
    var reader = CustomerReader(client: client, listed: listed)
    while let customers = try await next(of: &reader) {
      try use(customers)
      console.show(progress: "\(reader.count.grouped) of \((reader.total ?? 0).grouped) customers")
    }
    console.warn(about: reader)
  }

  /// The tenant that a query names. No customer is asked for where it holds both ids.
  public func tenant(_ query: TenantQuery) async throws(Ending) -> TenantIdentity {
    if let reference = query.reference { return TenantIdentity(reference: reference) }
    var customers: [Customer] = []
    var reader = CustomerReader(client: client, listed: listed)
    do throws(ElementsError) {
      while let page = try await reader.next() { customers += page }
    } catch {
      throw Ending(error)
    }
    do throws(Complaint) {
      return try query.match(in: customers)
    } catch {
      console.warn(about: reader)
      throw .complaint(error)
    }
  }

  /// All tenants in the customers' order.
  public func allTenants() async throws(Ending) -> [TenantIdentity] {
    var tenants: [TenantIdentity] = []
    try await readCustomers { customers throws(Ending) in tenants += customers.flatMap(TenantIdentity.all) }
    return tenants
  }

  /// What could be read stays read where a later page fails.
  private func next(of reader: inout CustomerReader) async throws(Ending) -> [Customer]? {
    do throws(ElementsError) {
      return try await reader.next()
    } catch {
      guard reader.count > 0 else { throw Ending(error) }
      console.warn(error.sentence)
      return nil
    }
  }
}

extension Console {
  /// Names the customers that could not be had, if there are any.
  func warn(about reader: CustomerReader) {
    if let refusal = reader.refusal {
      note("\(refusal.summary); these are the tenants that the profile lists")
    }
    if !reader.unreadable.isEmpty {
      warn(reader.unreadable.sentence(count: reader.unreadable.count, of: reader.total ?? 0, "customers"))
    }
    if !reader.unreadableTenants.isEmpty { warn(reader.unreadableTenants.sentence) }
    if reader.missing > 0 {
      warn(
        "the server counts \((reader.total ?? 0).grouped) customers and did not send \(reader.missing.grouped) of them"
      )
    }
  }
}

extension [UnreadableTenant] {
  /// `2 tenants could not be read: tenant 2 of Contoso, no id; …`. Contains foreign text.
  fileprivate var sentence: String {
    "\(count.counted("tenant")) could not be read: \(namingFirst(\.inWords))"
  }
}

extension [UnreadablePlace] {
  /// `3 of 230 sign-ins could not be read: page 2 row 17, loginTime "yesterday"; …`. Contains foreign text.
  func sentence(count: Int, of total: Int, _ noun: String) -> String {
    let names = sorted { ($0.page, $0.row) < ($1.page, $1.row) }
      .namingFirst(of: count) { "page \($0.page) row \($0.row), \($0.found)" }
    return "\(count.grouped) of \(total.grouped) \(noun) could not be read: \(names)"
  }
}
