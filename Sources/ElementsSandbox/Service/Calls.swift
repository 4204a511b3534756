import Elements
import HTTPTypes
import Hummingbird

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The calls of the API, each from a request to an answer.
struct Calls: Sendable {
  let dialect: Dialect
  let world: SyntheticWorld
  let shelf: TenantShelf
  let tokens: TokenBook
  /// Since the sandbox started.
  let elapsed: @Sendable () -> Duration

  private var wire: Wire { Wire(dialect: dialect) }

  func customers(_ request: Request, _ context: SandboxContext) async throws -> Response {
    try authorize(request, Scope.customers)
    let page = try PageQuery(Query(request), defaultSize: dialect.defaultPageSize)
    let wanted = try customerIDs(in: Array(try await request.body.collect(upTo: 1 << 20).readableBytesView))
    let customers = wanted.map { $0.compactMap(world.customer) } ?? world.customers
    let rows = customers[page.positions.clamped(to: customers.indices)].map(wire.customer)
    return Response(json: wire.page(rows, page, total: customers.count))
  }

  func actionCounts(_ request: Request, _ context: SandboxContext) async throws -> Response {
    try authorize(request, Scope.userManagement)
    let type = try actionType(in: Query(request))
    return Response(json: wire.actionCounts(try tenant(context).actionCounts, type: type))
  }

  func signIns(_ request: Request, _ context: SandboxContext) async throws -> Response {
    try authorize(request, Scope.userManagement)
    let query = Query(request)
    let page = try PageQuery(query, defaultSize: dialect.defaultPageSize)
    let scope: SignInScope = try query.flag("risky") == true ? .risky : .all
    let tenant = try tenant(context)
    let total = tenant.total(after: elapsed())
    let rows = tenant.signIns(scope, at: page.positions, of: total).map(wire.signIn)
    return Response(json: wire.page(rows, page, total: tenant.count(scope, of: total)))
  }

  /// Throws 401 without a good token, and 403 where it was not made for `scope`.
  private func authorize(_ request: Request, _ scope: String) throws(Problem) {
    guard let header = request.headers[.authorization] else { throw .unauthorized("No token.") }
    let parts = header.split(separator: " ")
    guard parts.count == 2, parts[0].lowercased() == "bearer",
      let scopes = tokens.scopes(of: String(parts[1]), at: elapsed())
    else { throw .unauthorized("The token is unknown or has expired.") }
    guard scopes.contains(scope) else { throw .forbidden("The token lacks the permission \(scope).") }
  }

  private func tenant(_ context: SandboxContext) throws(Problem) -> SyntheticTenant {
    let reference = TenantReference(
      customerID: context.parameters.get("customerId") ?? "", tenantID: context.parameters.get("tenantId") ?? "")
    guard world.customer(reference.customerID) != nil else { throw .notFound("The customer does not exist.") }
    guard let tenant = shelf.tenant(reference) else { throw .notFound("The tenant does not exist.") }
    guard !tenant.isForbidden else { throw .forbidden("The app registration was not granted this tenant.") }
    return tenant
  }

  private func actionType(in query: Query) throws(Problem) -> ActionType? {
    guard let text = query["types"] else { return nil }
    guard let number = Int(text), let type = ActionType(rawValue: number) else {
      throw .badRequest("types", "The value '\(text)' is neither 0 nor 1.")
    }
    return type
  }

  private struct CustomersBody: Decodable {
    var customerIds: [String]?
  }

  /// Nil asks for all; so does an empty body, or an empty list.
  private func customerIDs(in body: [UInt8]) throws(Problem) -> [String]? {
    guard !body.isEmpty else { return nil }
    do {
      let wanted = try JSONDecoder().decode(CustomersBody.self, from: Data(body)).customerIds
      return wanted?.isEmpty == true ? nil : wanted
    } catch {
      throw .badRequest("body", "The body is not the JSON object that was expected.")
    }
  }
}
