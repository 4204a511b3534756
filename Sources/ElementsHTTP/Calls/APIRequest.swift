import Elements

/// A call of the API: what is asked, where, and about which tenant.
struct APIRequest: Sendable {
  let call: ElementsCall
  let method: OutgoingRequest.Method
  let path: String
  let query: [(name: String, value: String)]
  /// Nil for what is about no tenant.
  let tenant: TenantReference?

  func outgoing(to endpoint: EndpointURL, bearer: Secret) -> OutgoingRequest {
    OutgoingRequest(endpoint: endpoint, method: method, path: path, query: query, bearer: bearer)
  }

  func failed(_ reason: ElementsError.Reason) -> ElementsError {
    ElementsError(call: call, reason: reason)
  }
}

extension APIRequest {
  static func customers(_ page: PageRequest) -> APIRequest {
    APIRequest(
      call: .customers(page: page.index), method: .post(body: Secret("{}"), contentType: "application/json"),
      path: "/partner/external/v3/general/customers/batch", query: page.query, tenant: nil)
  }

  static func actionCounts(_ tenant: TenantReference, _ type: ActionType?) -> APIRequest {
    APIRequest(
      call: .actionCounts(tenant), method: .get, path: tenant.compliancesPath + "/actions",
      query: type.map { [("types", String($0.rawValue))] } ?? [], tenant: tenant)
  }

  static func signIns(_ tenant: TenantReference, _ page: PageRequest, _ scope: SignInScope) -> APIRequest {
    APIRequest(
      call: .signIns(tenant, scope, page: page.index), method: .get, path: tenant.compliancesPath + "/signins",
      query: page.query + (scope == .risky ? [("risky", "true")] : []), tenant: tenant)
  }
}

extension TenantReference {
  /// Why an id can be no segment of a path: servers take `.` and `..` out of it, also where they come as `%2E`
  /// (RFC 3986, sections 5.2.4 and 6.2.2), and many do so with a segment that is empty.
  var problem: WireProblem? {
    for (name, id) in [("customer", customerID), ("tenant", tenantID)] where ["", ".", ".."].contains(id) {
      return WireProblem(
        expected: "an id that can stand in an address", at: "the id of the \(name)",
        found: id.isEmpty ? "nothing" : "“\(id)”")
    }
    return nil
  }

  /// An id is one segment of the path, whatever it holds.
  fileprivate var compliancesPath: String {
    "/partner/external/v3/um/customers/\(customerID.percentEncoded)/tenants/\(tenantID.percentEncoded)"
      + "/overview/security/compliances"
  }
}

extension PageRequest {
  fileprivate var query: [(name: String, value: String)] {
    [("pageIndex", String(index)), ("pageSize", String(size))]
  }
}
