import Elements
import ElementsHTTP
import Testing

/// The one way in for those who have a body and no connection.
@Suite struct PageBodyTests {
  private let tenant = TenantReference(customerID: "c", tenantID: "t")

  private func page(_ loginTime: String) throws -> Page<SignIn> {
    let body =
      #"{"data":[{"id":"a","loginTime":\#(loginTime),"isRisk":true}],"metadata":{"pageIndex":1,"pageSize":50,"totalCount":1}}"#
    return try Page(body: Array(body.utf8), asked: PageRequest(index: 1), of: tenant)
  }

  @Test func bothDialectsGiveTheSameSignIn() throws {
    let ticks = try page("638907426550000001")
    #expect(ticks == (try page(#""2025-08-14T04:30:55.0000001Z""#)))
    #expect(ticks.items.first?.loginTime?.ticks == 638_907_426_550_000_001)
  }

  @Test func anythingElseIsAnErrorThatNamesTheCall() {
    let error = #expect(throws: ElementsError.self) {
      try Page<SignIn>(body: Array("<html>".utf8), asked: PageRequest(index: 7), of: tenant)
    }
    #expect(error?.call == .signIns(tenant, .all, page: 7))
  }
}
