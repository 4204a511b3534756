import Elements
import Synchronization

/// Numbers the requests, and knows which calls of the API are under way.
final class Traffic: Sendable {
  /// A request, from its arrival on.
  struct Visit: Sendable {
    /// Of all requests, from 1.
    let number: UInt64
    /// Of the calls of the API, from 1; nil for the token endpoint.
    let call: UInt64?
    let tenant: TenantReference?
    let arrival: Duration
    /// This one included.
    let inFlight: Int
    let inFlightOfTenant: Int
  }

  private struct State {
    var requests: UInt64 = 0
    var calls: UInt64 = 0
    /// Tenants of the calls that are under way, by number of the request.
    var underWay: [UInt64: TenantReference?] = [:]
  }

  private let state = Mutex(State())

  func arrive(isCall: Bool, tenant: TenantReference?, at time: Duration) -> Visit {
    state.withLock { state in
      state.requests += 1
      guard isCall else {
        return Visit(
          number: state.requests, call: nil, tenant: nil, arrival: time, inFlight: 0, inFlightOfTenant: 0)
      }
      state.calls += 1
      state.underWay.updateValue(tenant, forKey: state.requests)
      let ofTenant = tenant.map { tenant in state.underWay.values.count { $0 == tenant } } ?? 0
      return Visit(
        number: state.requests, call: state.calls, tenant: tenant, arrival: time, inFlight: state.underWay.count,
        inFlightOfTenant: ofTenant)
    }
  }

  /// Called twice it does nothing more.
  func leave(_ visit: Visit) {
    state.withLock { state in _ = state.underWay.removeValue(forKey: visit.number) }
  }
}
