import Elements
import Hummingbird
import NIOCore

/// What comes along with a request: Hummingbird's own, the connection, which a fault may cut, and what was drawn for
/// the call.
struct SandboxContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel
  /// Of the calls of the API, from 1; 0 before it was counted.
  var call: UInt64 = 0
  var bodyFault = BodyFault.none
  /// Called when a slow answer leaves; again it does nothing.
  var leave: @Sendable () -> Void = {}

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// The tenant in the path; nil where there is none.
  var tenant: TenantReference? {
    guard let customer = parameters.get("customerId"), let tenant = parameters.get("tenantId") else { return nil }
    return TenantReference(customerID: customer, tenantID: tenant)
  }
}
