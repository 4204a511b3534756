import Elements
import Foundation
import Testing

@testable import ElementsHTTP

@Suite struct SignInWireTests {
  @Test func aSignInOfTheOlderDialectIsReadInFull() throws {
    let page = try read(
      #"""
      {"data":[{"id":"001f0090","loginTime":638907426550000000,"userId":"4140b563","userDisplayName":"Bob Mark",
      "userPrincipalName":"mark@element.onmicrosoft.com","ip":"74.207.240.85","lat":37.56699,"lon":-121.9827,
      "country":"US","city":"Fremont","isRisk":false}],"metadata":{"pageIndex":1,"pageSize":50,"totalCount":1}}
      """#)
    let expected = SignIn(
      id: "001f0090", loginTime: Timestamp(iso8601: "2025-08-14T04:30:55Z"), userID: "4140b563",
      userDisplayName: "Bob Mark", userPrincipalName: "mark@element.onmicrosoft.com", ip: "74.207.240.85",
      location: Location(latitude: 37.56699, longitude: -121.9827), country: "US", city: "Fremont", isRisk: false)
    #expect(page == Page(items: [expected], index: 1, size: 50, totalCount: 1))
  }

  @Test(arguments: [
    ("638907426550000001", 638_907_426_550_000_001), (#""638907426550000001""#, 638_907_426_550_000_001),
    (#""2025-08-14T04:30:55Z""#, 638_907_426_550_000_000), (#""2025-08-14T04:30:55""#, 638_907_426_550_000_000),
    (#""2025-08-14T04:30:55.0000001Z""#, 638_907_426_550_000_001),
    (#""2025-08-14T06:30:55.25+02:00""#, 638_907_426_552_500_000),
  ])
  func aLoginTimeIsReadInEveryFormToTheLastTick(json: String, ticks: Int64) throws {
    #expect(try row(#""loginTime":\#(json)"#)?.loginTime?.ticks == ticks)
  }

  @Test(arguments: [#""loginTime":null"#, #""loginTime":"""#, #""ip":"1.2.3.4""#])
  func aMissingLoginTimeIsNoReasonToLeaveARowOut(fields: String) throws {
    let row = try #require(try row(fields))
    #expect(row.loginTime == nil)
  }

  @Test(arguments: [
    (#""yesterday""#, #"loginTime "yesterday""#), ("true", "loginTime true"), ("{}", "loginTime an object"),
    ("-5", "loginTime -5"), ("3155378976000000000", "loginTime 3155378976000000000"),
  ])
  func aRowWithAnUnreadableLoginTimeIsLeftOutAndNamed(json: String, found: String) throws {
    let page = try read(
      #"{"data":[{"id":"a"},{"id":"b","loginTime":\#(json)},{"id":"c"}],"metadata":{"totalCount":9}}"#)
    #expect(page.items.map(\.id) == ["a", "c"])
    #expect(page.unreadable == [UnreadableRow(row: 2, found: found)])
    #expect(page.totalCount == 9)
  }

  @Test func rowsWithoutAUsableIdAreLeftOutAndNumbered() throws {
    let page = try read(
      #"{"data":[null,{"id":null},{"city":"Lagos"},{"id":" "},"x",[],{"id":"a"},{"id":7}],"metadata":{"totalCount":8}}"#
    )
    #expect(page.items.map(\.id) == ["a", "7"])
    #expect(page.unreadable.map(\.row) == [1, 2, 3, 4, 5, 6])
    #expect(page.unreadable.map(\.found) == ["null", "no id", "no id", #"id " ""#, #""x""#, "an array"])
  }

  @Test(arguments: [
    (#""lat":"NaN","lon":"NaN""#), (#""lat":null,"lon":3"#), (#""lat":0,"lon":0"#), (#""lat":91,"lon":3"#),
    (#""lat":"north","lon":3"#), (#""lon":3"#), (#""lat":1e999,"lon":3"#),
  ])
  func aPlaceThatIsNoneIsNoLocation(fields: String) throws {
    let row = try #require(try row(fields))
    #expect(row.location == nil)
  }

  @Test func aPlaceMayComeAsText() throws {
    #expect(try row(#""lat":"6.45","lon":" 3.39 ""#)?.location == Location(latitude: 6.45, longitude: 3.39))
  }

  @Test(arguments: [
    ("true", true), (#""True""#, true), ("1", true), ("0", false), ("null", nil), (#""perhaps""#, nil),
  ])
  func aVerdictThatCannotBeReadIsUnknownAndNotFalse(json: String, expected: Bool?) throws {
    let row = try #require(try row(#""isRisk":\#(json)"#))
    #expect(row.isRisk == expected)
  }

  @Test func aNameThatIsNoUnicodeDoesNotHideItsRow() throws {
    #expect(try row(#""userDisplayName":"a\ud800b""#)?.userDisplayName == "\u{FFFD}")
    let damaged = Data(#"{"data":[{"id":"a","city":"x"#.utf8) + [0xFF] + Data(#"y"}]}"#.utf8)
    #expect(try read(damaged).items.first?.city == "x\u{FFFD}y")
  }

  private func row(_ fields: String) throws -> SignIn? {
    try read(#"{"data":[{"id":"a",\#(fields)}],"metadata":{"totalCount":1}}"#).items.first
  }
}

func read(_ json: String) throws -> Page<SignIn> { try read(Data(json.utf8)) }

func read(_ body: Data, asked: PageRequest = firstPage) throws(WireProblem) -> Page<SignIn> {
  try HTTPAnswer(status: 200, requestID: nil, retryAfter: nil, body: body).page(asked: asked, of: SignIn.self)
}
