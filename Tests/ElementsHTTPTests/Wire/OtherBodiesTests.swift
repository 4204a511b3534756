import Elements
import Foundation
import Testing

@testable import ElementsHTTP

@Suite struct OtherBodiesTests {
  @Test func customersComeWithTheirTenantsAndWithCodesNotListed() throws {
    let body = #"""
      {"data":[{"id":"c1","organization":"ABC","ownerEmail":"user@domain.com","jobStatus":"2","countryOrRegion":"Norway",
      "managementMode":9,"tenants":[{"id":"t1","name":"Tenant ABC"},{"name":"no id"}]},{"id":"c2","tenants":null}],
      "metadata":{"pageIndex":1,"pageSize":50,"totalCount":2}}
      """#
    let page = try answer(body).page(asked: firstPage, of: Customer.self)
    let first = Customer(
      id: "c1", organization: "ABC", ownerEmail: "user@domain.com", jobStatus: .failed, countryOrRegion: "Norway",
      managementMode: ManagementMode(rawValue: 9), tenants: [Tenant(id: "t1", name: "Tenant ABC")],
      unreadableTenants: [UnreadableRow(row: 2, found: "no id")])
    #expect(page.items == [first, Customer(id: "c2", organization: "", tenants: [])])
    #expect(page.unreadable.isEmpty)
  }

  @Test(arguments: [
    (#"[{"id":"t1"},{"name":"A"},null,{"id":" "},{"id":"t2","name":7}]"#, ["t1", "t2"], [2, 3, 4]),
    (#""many""#, [], [1]), ("null", [], []), ("[]", [], []),
  ])
  func aTenantThatCannotBeReadIsNamedAndCostsNeitherItsCustomerNorTheOthers(
    tenants: String, read: [String], unreadable: [Int]
  ) throws {
    let body = #"{"data":[{"id":"c","tenants":\#(tenants)}],"metadata":{"totalCount":1}}"#
    let page = try answer(body).page(asked: firstPage, of: Customer.self)
    let customer = try #require(page.items.first)
    #expect(customer.tenants.map(\.id) == read)
    #expect(customer.unreadableTenants.map(\.row) == unreadable)
  }

  @Test func noContentIsAnEmptyListOnItsFirstPageAndSaysNothingFartherOn() throws {
    let nothing = HTTPAnswer(status: 204, requestID: nil, retryAfter: nil, body: Data())
    let page = try nothing.page(asked: PageRequest(index: 1, size: 20), of: SignIn.self)
    #expect(page == Page(items: [], index: 1, size: 20, totalCount: 0))
    #expect(try nothing.actionCounts() == ActionCounts(risky: nil, normal: nil))
    let problem = #expect(throws: WireProblem.self) { try nothing.page(asked: PageRequest(index: 2), of: SignIn.self) }
    #expect(problem?.found == "no content (status 204)")
  }

  @Test(
    arguments: [
      (someCounts, 10, 20), (#"{"RiskyActionCount":"3"}"#, 3, nil),
      (#"{"riskyActionCount":null,"normalActionCount":0}"#, nil, 0),
    ] as [(String, Int?, Int?)])
  func aCountThatIsMissingIsNotZero(body: String, risky: Int?, normal: Int?) throws {
    #expect(try answer(body).actionCounts() == ActionCounts(risky: risky, normal: normal))
  }

  @Test(arguments: [
    ("{}", "the top level"), ("7", "the top level"), (#"{"riskyActionCount":"many"}"#, "riskyActionCount"),
    (#"{"riskyActionCount":1,"normalActionCount":-2}"#, "normalActionCount"),
  ])
  func countsOfAnotherShapeAreNamed(body: String, at: String) {
    let problem = #expect(throws: WireProblem.self) { try answer(body).actionCounts() }
    #expect(problem?.at == at)
  }

  @Test(
    arguments: [
      (
        #"{"message":"Invalid","errors":[{"code":"1","field":"pageSize","message":"too large"},{"code":"E7"},3]}"#,
        "Invalid; pageSize: too large; E7"
      ),
      ("<html>503</html>", nil), ("", nil), ("{}", nil), (#"{"message":""}"#, nil),
    ] as [(String, String?)])
  func aRefusalSaysWhatItsBodySays(body: String, message: String?) {
    #expect(ElementsError.Refusal(answer(body)).message == message)
  }

  @Test func theRequestIDIsTakenFromTheBodyWhereTheHeaderIsMissing() {
    #expect(ElementsError.Refusal(answer(#"{"requestId":"r-1"}"#)).requestID == "r-1")
  }

  private func answer(_ body: String) -> HTTPAnswer {
    HTTPAnswer(status: 400, requestID: nil, retryAfter: nil, body: Data(body.utf8))
  }
}
