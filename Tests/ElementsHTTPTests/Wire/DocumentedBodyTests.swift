import Elements
import Foundation
import Testing

@testable import ElementsHTTP

/// The bodies of the vendor's description, in both dialects.
@Suite struct DocumentedBodyTests {
  @Test func customersAreReadInFull() throws {
    let page = try answer(
      #"""
      {"data":[{"id":"03f7382e-1111-4cda-8333-dd9a000074f0","organization":"OrganizationABC","ownerEmail":"user@domain.com",
      "jobStatus":0,"countryOrRegion":"Afghanistan","managementMode":1,"tenants":[{"id":"03f7382e-1111-4bcd-8333-dd9a000074f0",
      "name":"Tenant ABC"}]},{"id":"03f7382e-1111-4bac-8333-dd9a000074f0","organization":"OrganizationDEF",
      "ownerEmail":"userA@domain.com","jobStatus":0,"countryOrRegion":"Afghanistan","managementMode":2,"tenants":[]}],
      "metadata":{"pageIndex":1,"pageSize":50,"totalCount":2}}
      """#
    ).page(asked: firstPage, of: Customer.self)
    let first = Customer(
      id: "03f7382e-1111-4cda-8333-dd9a000074f0", organization: "OrganizationABC", ownerEmail: "user@domain.com",
      jobStatus: .notApplicable, countryOrRegion: "Afghanistan", managementMode: .partner,
      tenants: [Tenant(id: "03f7382e-1111-4bcd-8333-dd9a000074f0", name: "Tenant ABC")])
    let second = Customer(
      id: "03f7382e-1111-4bac-8333-dd9a000074f0", organization: "OrganizationDEF", ownerEmail: "userA@domain.com",
      jobStatus: .notApplicable, countryOrRegion: "Afghanistan", managementMode: .toBeConfigured, tenants: [])
    #expect(page == Page(items: [first, second], index: 1, size: 50, totalCount: 2))
  }

  @Test(arguments: ["638907426550000000", #""2025-08-14T04:30:55Z""#])
  func aSignInIsReadInBothDialects(loginTime: String) throws {
    let page = try answer(
      #"""
      {"data":[{"id":"001f0090-1111-4222-8333-b2c060e52500","loginTime":\#(loginTime),
      "userId":"4140b563-1111-4222-8333-5f44dadcf0fd","userDisplayName":"Bob Mark","userPrincipalName":"Bob@domain.com",
      "ip":"74.207.240.85","lat":37.56699,"lon":-121.9827,"country":"US","city":"Fremont","isRisk":false}],
      "metadata":{"pageIndex":1,"pageSize":50,"totalCount":1}}
      """#
    ).page(asked: firstPage, of: SignIn.self)
    let expected = SignIn(
      id: "001f0090-1111-4222-8333-b2c060e52500", loginTime: Timestamp(iso8601: "2025-08-14T04:30:55Z"),
      userID: "4140b563-1111-4222-8333-5f44dadcf0fd", userDisplayName: "Bob Mark", userPrincipalName: "Bob@domain.com",
      ip: "74.207.240.85", location: Location(latitude: 37.56699, longitude: -121.9827), country: "US",
      city: "Fremont", isRisk: false)
    #expect(page == Page(items: [expected], index: 1, size: 50, totalCount: 1))
  }

  @Test(arguments: ["2001:db8::7", "203.0.113.7:51820", "203.0.113.XXX", ""])
  func anAddressIsKeptAsItCame(ip: String) throws {
    let page = try read(#"{"data":[{"id":"a","ip":"\#(ip)"}],"metadata":{"totalCount":1}}"#)
    #expect(page.items.map(\.ip) == [ip])
  }

  @Test func everyFieldButTheIdMayBeNullOrMissing() throws {
    let nulls = [
      "loginTime", "userId", "userDisplayName", "userPrincipalName", "ip", "lat", "lon", "country", "city", "isRisk",
    ]
    .map { #""\#($0)":null"# }.joined(separator: ",")
    let page = try read(#"{"data":[{"id":"a",\#(nulls)},{"id":"b"}],"metadata":{"totalCount":2}}"#)
    let bare = page.items.map { row in
      SignIn(
        id: row.id, loginTime: nil, userID: nil, userDisplayName: nil, userPrincipalName: nil, ip: nil, location: nil,
        country: nil, city: nil, isRisk: nil)
    }
    #expect(page.items == bare && bare.map(\.id) == ["a", "b"])
  }

  @Test func aRowThatComesTwiceOnAPageIsHandedOnTwice() throws {
    // Who reads page after page knows rows by their id; a page says what the server said.
    let page = try read(#"{"data":[{"id":"a"},{"id":"a"}],"metadata":{"totalCount":2}}"#)
    #expect(page.items.map(\.id) == ["a", "a"])
  }

  private func answer(_ body: String) -> HTTPAnswer {
    HTTPAnswer(status: 200, requestID: nil, retryAfter: nil, body: Data(body.utf8))
  }
}
