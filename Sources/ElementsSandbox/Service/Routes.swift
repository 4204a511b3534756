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
    add("/connect/token", .post, to: router) { request, context in try await token.answer(request, context) }
    add("/partner/external/v3/general/customers/batch", .post, to: router, answer(calls.customers))
    add(Routes.tenant.appendingPath("actions"), .get, to: router, answer(calls.actionCounts))
    add(Routes.tenant.appendingPath("signins"), .get, to: router, answer(calls.signIns))
    return router
  }

  /// The answer of a call of the API, sent as its fault wants it.
  private func answer(
    _ call: @escaping @Sendable (Request, SandboxContext) async throws -> JSON
  ) -> @Sendable (Request, SandboxContext) async throws -> Response {
    { request, context in
      let json = try await call(request, context)
      return Response(
        status: .ok, headers: [.contentType: Response.jsonType],
        body: context.bodyFault.body(json.bytes, leave: context.leave))
    }
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
