import Elements
import Foundation
import Randomness
import Testing

@testable import ElementsHTTP

/// Bodies that no honest server sends: an error or a row, never a crash.
@Suite struct HostileBodyTests {
  @Test(arguments: [#"["#, #"{"data":"#, #"{"data":[{"id":"a","x":["#, #"{"data":[{"id":"#, #"{"metadata":"#])
  func endlessNestingIsRefused(opening: String) {
    let body = Data(String(repeating: opening, count: 100_000).utf8)
    #expect(throws: WireProblem.self) { try read(body) }
    let answer = HTTPAnswer(status: 400, requestID: nil, retryAfter: nil, body: body)
    #expect(throws: WireProblem.self) { try answer.actionCounts() }
    #expect(ElementsError.Refusal(answer).message == nil)
    if case .failed = TokenAnswer(answer) {} else { Issue.record("a token or a refusal") }
  }

  @Test func nestingThatIsClosedAgainIsRefusedToo() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(throws: WireProblem.self) { try read(#"{"data":[{"id":"a","x":\#(deep)}],"metadata":{"totalCount":1}}"#) }
  }

  @Test func ofAKeyThatComesTwiceOneIsTaken() throws {
    let page = try read(
      #"{"data":[{"id":"a","ID":"b","city":"x","city":"y"}],"DATA":[],"metadata":{"totalCount":1,"totalCount":2}}"#)
    #expect(page.items.map(\.id) == ["a"])
    #expect(["x", "y"].contains(page.items.first?.city))
    #expect([1, 2].contains(page.totalCount))
  }

  @Test(arguments: [
    ("638907426550000000.0", 638_907_426_550_000_000), ("638907426550000001e0", 638_907_426_550_000_001),
    ("63890742655000000.1e1", 638_907_426_550_000_001), ("6389074265500000010e-1", 638_907_426_550_000_001),
    (#""638907426550000001""#, 638_907_426_550_000_001), ("638907426550000001", 638_907_426_550_000_001),
  ])
  func `Ticks keep their last digit however they are spelled`(loginTime: String, ticks: Int64) throws {
    let page = try read(#"{"data":[{"id":"a","loginTime":\#(loginTime)}],"metadata":{"totalCount":1}}"#)
    #expect(page.items.map(\.loginTime?.ticks) == [ticks])
  }

  @Test(arguments: ["0.1", "-33.8688", "1.7976931348623157e2", "4.9e-324", "12345678901234567890e-18", "-0.0", "5e-1"])
  func `A number is the nearest double`(number: String) throws {
    let page = try read(#"{"data":[{"id":"a","lat":\#(number),"lon":1}],"metadata":{"totalCount":1}}"#)
    #expect(page.items.first?.location?.latitude == Double(number).flatMap { abs($0) <= 90 ? $0 : nil })
  }

  @Test(arguments: ["01", "1.", ".5", "+1", "1e", "1e+", "--1", "1.2.3", "0x10"])
  func `What is no number of JSON is none`(number: String) {
    let page = try? read(#"{"data":[{"id":"a","lat":\#(number),"lon":1}],"metadata":{"totalCount":1}}"#)
    #expect(page?.items.first?.location == nil)
  }

  @Test(arguments: [
    "99999999999999999999999", "1e400", "-1e400", "1.5", #""99999999999999999999999""#,
    #""\u0000""#, #""0000-00-00T00:00:00Z""#, #""2025-08-14T25:00:00Z""#, #""2025-08-14T04:30:55+99:00""#,
  ])
  func aTimeThatIsNoneCostsItsRowAlone(loginTime: String) throws {
    let page = try read(#"{"data":[{"id":"a","loginTime":\#(loginTime)},{"id":"b"}],"metadata":{"totalCount":2}}"#)
    #expect(page.items.map(\.id) == ["b"])
    #expect(page.unreadable.map(\.row) == [1])
  }

  @Test(arguments: ["99999999999999999999", "1e30", "1.5", "-0.5", #""1e3""#, "[]", "true"])
  func aCountThatIsNoneIsNamed(totalCount: String) {
    let problem = #expect(throws: WireProblem.self) {
      try read(#"{"data":[],"metadata":{"totalCount":\#(totalCount)}}"#)
    }
    #expect(problem?.at == "metadata.totalCount")
  }

  @Test(arguments: ["1e999", "-1e999", #""1e999""#, #""inf""#, #""-nan""#, "[]", #""\ud800""#, "180.0001"])
  func aPlaceBeyondTheEarthIsNone(number: String) throws {
    let page = try read(#"{"data":[{"id":"a","lat":1,"lon":\#(number)}],"metadata":{"totalCount":1}}"#)
    #expect(page.items.map(\.location) == [nil])
  }

  @Test func textsMayHoldWhatIsHardToShow() throws {
    let page = try read(
      #"{"data":[{"id":"a\u0000b","city":"\u0000","userDisplayName":"\u202Eevil\u001b[2J","country":"\udc00\ud83d"}],"metadata":{"totalCount":1}}"#
    )
    let row = try #require(page.items.first)
    #expect((row.id, row.city, row.userDisplayName) == ("a\0b", "\0", "\u{202E}evil\u{1B}[2J"))
    #expect(row.country == "\u{FFFD}")
  }

  @Test func halfASurrogateInAKeyThatNobodyAsksForHidesNoOtherRow() throws {
    let page = try read(#"{"data":[{"id":"a"},{"id":"b","\ud800":1},{"id":"c"}],"metadata":{"totalCount":3}}"#)
    #expect(page.items.map(\.id).contains("a") && page.items.map(\.id).contains("c"))
    #expect(page.items.count + page.unreadable.count == 3)
  }

  @Test(arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
  func bytesThatAreNoUTF8DamageTheirTextAlone(bytes: [UInt8]) throws {
    let body =
      Data(#"{"data":[{"id":"a","city":"x"#.utf8) + bytes + Data(#"y"},{"id":"b"}],"metadata":{"totalCount":2}}"#.utf8)
    let page = try read(body)
    #expect(page.items.map(\.id) == ["a", "b"])
    let city = try #require(page.items.first?.city)
    #expect(city.hasPrefix("x\u{FFFD}") && city.hasSuffix("y"))
  }

  @Test func aBodyWithDamageAnywhereIsAnErrorOrAPage() {
    let whole = Array(
      #"{"data":[{"id":"a","loginTime":638907426550000000,"lat":1.5,"lon":"-2","city":"Z\u00fc","isRisk":true}],"metadata":{"pageIndex":1,"pageSize":50,"totalCount":1}}"#
        .utf8)
    var random = SplitMix(seed: 1)
    for _ in 0..<2_000 {
      var body = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<body.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: body.remove(at: place)
        case 1: body.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 2: body[place] = body[Int.random(in: 0..<body.count, using: &random)]
        default: body.replaceSubrange(place..., with: body.prefix(place))
        }
        if body.isEmpty { body = whole }
      }
      guard let page = try? read(Data(body)) else { continue }
      #expect(page.totalCount >= 0 && page.size > 0 && page.index > 0)
    }
  }

  @Test func aRawControlCharacterMakesTheBodyUnreadableAndNothingWorse() {
    let body = Data(#"{"data":[{"id":"a"#.utf8) + [0] + Data(#""}],"metadata":{"totalCount":1}}"#.utf8)
    if let page = try? read(body) { #expect(page.items.count + page.unreadable.count == 1) }
  }

  @Test func `Of many rows that can't be read all are counted and a hundred are named`() throws {
    let rows = Array(repeating: #"{"id":"a","loginTime":"sword\u0066ish"}"#, count: 2_000).joined(separator: ",")
    let answer = HTTPAnswer(
      status: 200, requestID: nil, retryAfter: nil, body: Data(#"{"data":[\#(rows)],"metadata":{"totalCount":9}}"#.utf8)
    )
    let page = try answer.page(asked: firstPage, of: SignIn.self, hiding: [Secret("swordfish")])
    #expect(page.unreadable.count == 2_000 && page.unreadable.last?.row == 2_000)
    #expect(page.unreadable.prefix(100).allSatisfy { $0.found != "…" && !$0.found.contains("swordfish") })
    #expect(page.unreadable.dropFirst(100).allSatisfy { $0.found == "…" })
  }

  @Test func `Tenants that can't be read are named for a hundred of a page, whoever's they are`() throws {
    let customers = (0..<300).map { #"{"id":"\#($0)","tenants":[{"name":"A"}]}"# }.joined(separator: ",")
    let answer = HTTPAnswer(
      status: 200, requestID: nil, retryAfter: nil,
      body: Data(#"{"data":[\#(customers)],"metadata":{"totalCount":300}}"#.utf8))
    let unreadable = try answer.page(asked: firstPage, of: Customer.self).items.flatMap(\.unreadableTenants)
    #expect(unreadable.count == 300)
    #expect(unreadable.count { $0.found == "no id" } == 100)
  }

  @Test(arguments: [("[1,{},null]", 3), ("[1,{},null,4]", nil)] as [(String, Int?)])
  func `A page of too many rows is no page`(array: String, count: Int?) {
    let read = Array(array.utf8).withUnsafeBytes { bytes in
      var rows = WireRows<SignIn>(most: 3)
      var reader = JSONReader(bytes)
      var excerpts = RowExcerpts(hiding: [])
      return (try? rows.read(&reader, &excerpts)).map { _ in rows.count }
    }
    #expect(read == count)
  }

  @Test func `A long text that can't be read is named by its beginning`() throws {
    let long = String(repeating: "x", count: 1_000_000)
    let page = try read(#"{"data":[{"id":"a","loginTime":"\#(long)"}],"metadata":{"totalCount":1}}"#)
    #expect(page.unreadable.map(\.found) == ["loginTime \"" + String(repeating: "x", count: 49) + "…\""])
  }

  @Test(arguments: [
    (#"{"data":[],"metadata":{"totalCount":1},}"#, true), (#"{"data":[],"metadata":{"totalCount":1}} x"#, false),
    (#"{"data":[{"id":"a"},],"metadata":{"totalCount":1}}"#, true),
    (#"{"data":[,],"metadata":{"totalCount":1}}"#, false),
    (#"{"data":[{"id" "a"}],"metadata":{"totalCount":1}}"#, false),
    (#"{"data":[tru],"metadata":{"totalCount":1}}"#, false),
    (#"{"data":[{"id":"a","x":"\u00"}],"metadata":{"totalCount":1}}"#, false),
    (#"{"data":[{"id":"a","x":"\q"}],"metadata":{"totalCount":1}}"#, true), ("\u{FEFF}{\"data\":[]}", true),
  ])
  func `The shape of the whole body decides whether it is read`(body: String, isRead: Bool) {
    #expect(((try? read(body)) != nil) == isRead)
  }
}
