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
  let dice: FaultDice
  let world: SyntheticWorld
  let shelf: TenantShelf
  let tokens: TokenBook
  let shifts: Shifts
  /// Since the sandbox started.
  let elapsed: @Sendable () -> Duration

  private var wire: Wire { Wire(dialect: dialect) }
  private var rowFaults: RowFaults { RowFaults(dice: dice, dialect: dialect) }

  func customers(_ request: Request, _ context: SandboxContext) async throws -> JSON {
    try authorize(request, Scope.customers)
    let page = try PageQuery(Query(request), defaultSize: dialect.defaultPageSize)
    let wanted = try customerIDs(in: Array(try await request.body.collect(upTo: 1 << 20).readableBytesView))
    let customers = wanted.map { $0.compactMap(world.customer) } ?? world.customers
    let rows = customers[page.positions.clamped(to: customers.indices)].map { customer in
      rowFaults.customer(wire.customer(customer), id: customer.id)
    }
    return wire.page(rows, page, total: customers.count, isDirty: dice.strikes(.dirty, call: context.call))
  }

  func actionCounts(_ request: Request, _ context: SandboxContext) async throws -> JSON {
    try authorize(request, Scope.userManagement)
    let type = try actionType(in: Query(request))
    let isDirty = dice.strikes(.dirty, call: context.call)
    return wire.actionCounts(try tenant(context).actionCounts, type: type, isDirty: isDirty)
  }

  func signIns(_ request: Request, _ context: SandboxContext) async throws -> JSON {
    try authorize(request, Scope.userManagement)
    let query = Query(request)
    let elapsed = elapsed()
    let tenant = try tenant(context).judged(after: elapsed)
    let page = try PageQuery(query, defaultSize: dialect.defaultPageSize, largest: largestPage(of: tenant.reference))
    let total = tenant.total(after: elapsed) + shifts.arrivals(tenant.reference, call: context.call)
    let scope: SignInScope = try query.flag("risky") == true ? .risky : .all
    let list = SignInList(tenant, scope, total: total, dice)
    let rows = self.rows(of: list, at: page.positions, context).map { row in
      rowFaults.signIn(wire.signIn(row), id: row.signIn.id)
    }
    return wire.page(rows, page, total: list.count, isDirty: dice.strikes(.dirty, call: context.call))
  }

  private func largestPage(of tenant: TenantReference) -> Int {
    guard dice.strikes(.small, tenant: tenant) else { return PageQuery.largestSize }
    return 10 + dice.draw(.small, tenant: tenant)[.size].below(41)
  }

  /// One row more where the last of the page before comes again.
  private func rows(of list: SignInList, at positions: Range<Int>, _ context: SandboxContext) -> [SyntheticSignIn] {
    let rows = list.rows(positions)
    guard positions.lowerBound > 0, !rows.isEmpty, dice.strikes(.repeated, call: context.call) else { return rows }
    return list.rows(positions.lowerBound - 1..<positions.lowerBound) + rows
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
    guard let reference = context.tenant, world.customer(reference.customerID) != nil else {
      throw .notFound("The customer does not exist.")
    }
    guard let tenant = shelf.tenant(reference), !dice.strikes(.missing, tenant: reference) else {
      throw .notFound("The tenant does not exist.")
    }
    guard !tenant.isForbidden, !dice.strikes(.forbidden, tenant: reference) else {
      throw .forbidden("The app registration was not granted this tenant.")
    }
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
