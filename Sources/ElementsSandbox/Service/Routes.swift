import HTTPTypes
import Hummingbird

/// Which path leads to which call; another method on such a path is answered with 405.
struct Routes: Sendable {
  let token: TokenEndpoint
  let calls: Calls

  private static let tenant: RouterPath =
    "/partner/external/v3/um/customers/{customerId}/tenants/{tenantId}/overview/security/compliances"

  func router(_ front: Front) -> Router<SandboxContext> {
    let router = Router(context: SandboxContext.self)
    router.add(middleware: front)
    add("/connect/token", .post, to: router) { request, _ in try await token.answer(request) }
    add("/partner/external/v3/general/customers/batch", .post, to: router, calls.customers)
    add(Routes.tenant.appendingPath("actions"), .get, to: router, calls.actionCounts)
    add(Routes.tenant.appendingPath("signins"), .get, to: router, calls.signIns)
    return router
  }

  private func add(
    _ path: RouterPath, _ method: HTTPRequest.Method, to router: Router<SandboxContext>,
    _ call: @escaping @Sendable (Request, SandboxContext) async throws -> Response
  ) {
    router.on(path, method: method, use: call)
    let others: [HTTPRequest.Method] = [.get, .post, .put, .delete, .patch, .head, .options]
    for other in others where other != method {
      router.on(path, method: other) { _, _ -> Response in
        throw Problem(
          status: .methodNotAllowed, message: "Method not allowed.", headers: [.allow: method.rawValue])
      }
    }
  }
}
