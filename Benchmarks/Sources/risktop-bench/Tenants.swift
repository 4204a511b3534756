import Elements
import ViewModels

/// Reads the risk figures of many tenants in the dashboard, from a server in memory that answers at once.
///
/// Tenants have from none to a page of risky sign-ins.
@MainActor
func measureTenants() async {
  for count in [100, 1_000] {
    let client = ElementsClient.ofTenants(count, now: SampleTenant.now)
    let time = await cpuTime {
      let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
      let model = DashboardModel(
        client: client, source: "benchmark", times: TimeDisplay { _ in (0, "UTC") }, now: { SampleTenant.now },
        pause: { _ in }, onChange: { continuation.yield() })
      model.picker.resize(height: 40)
      for await _ in changes where model.picker.totals.answered == count { break }
    }
    ResultLine(what: "risk figures of all tenants", count: count, result: time.milliseconds, remark: "CPU").write()
  }
}

extension ElementsClient {
  fileprivate static func ofTenants(_ count: Int, now: Timestamp) -> ElementsClient {
    let customers = (0..<count).map { number in
      Customer(
        id: "c\(number)", organization: "Customer \(number)", countryOrRegion: "NL",
        tenants: [Tenant(id: "\(number)", name: "tenant\(number).example")])
    }
    let pages = (0..<count).map { tenant in (0..<tenant % 101).map { SignIn.risky($0, of: tenant, before: now) } }
    return ElementsClient(
      customers: { request, _ throws(ElementsError) in
        let page = customers.dropFirst((request.index - 1) * 100).prefix(100)
        return Page(items: Array(page), index: request.index, size: 100, totalCount: customers.count)
      },
      actionCounts: { _, _, _ throws(ElementsError) in ActionCounts(risky: 12, normal: 2) },
      signIns: { tenant, request, _, _ throws(ElementsError) in
        let page = Int(tenant.tenantID).map { pages[$0] } ?? []
        return Page(
          items: request.index == 1 ? page : [], index: request.index, size: 100, totalCount: page.count)
      })
  }
}

extension SignIn {
  /// The next one is 20 minutes older.
  fileprivate static func risky(_ number: Int, of tenant: Int, before now: Timestamp) -> SignIn {
    SignIn(
      id: "\(tenant)-\(number)", loginTime: Timestamp(unixSeconds: now.unixSeconds - Int64(number) * 1_200),
      userID: "\(tenant)-\(number % 40)", userDisplayName: "User \(number % 400)",
      userPrincipalName: "user\(number % 40)@tenant\(tenant).example",
      ip: "198.51.\(tenant % 250).\(number % 250)", location: nil, country: "NL", city: "Amsterdam", isRisk: true)
  }
}
