import Elements
import Foundation
import Testing

@testable import ElementsHTTP

@Suite struct EnvelopeTests {
  @Test func keysAreMatchedWithoutCaseAndCountsMayBeText() throws {
    let page = try read(
      #"{"Data":[{"ID":"a","LOGINTIME":"2025-08-14T04:30:55Z","extra":{"x":[1]}}],"metaData":{"pageindex":"3","PageSize":"50","totalCount":"101"}}"#
    )
    #expect((page.index, page.size, page.totalCount) == (3, 50, 101))
    #expect(page.items.first?.loginTime == Timestamp(iso8601: "2025-08-14T04:30:55Z"))
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    #expect(try read("\u{FEFF}" + emptyPage).totalCount == 0)
  }

  @Test func dataMayBeNullWhereThereIsNone() throws {
    #expect(try read(#"{"data":null,"metadata":{"totalCount":0}}"#).items.isEmpty)
    #expect(throws: WireProblem.self) { try read(#"{"data":null,"metadata":{"totalCount":3}}"#) }
  }

  @Test func withoutMetadataAPageThatIsNotFullProvesTheEnd() throws {
    let body = Data(#"{"data":[{"id":"a"},{"id":"b"}]}"#.utf8)
    let page = try read(body, asked: PageRequest(index: 3, size: 20))
    #expect((page.index, page.size, page.totalCount) == (3, 20, 42))
  }

  @Test(arguments: [(1, 2, 2), (1, 100, 50), (2, 100, 0)])
  func withoutMetadataAFullOrEmptyPageProvesNothing(index: Int, size: Int, rows: Int) throws {
    let data = (0..<rows).map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
    let page = try read(Data(#"{"data":[\#(data)]}"#.utf8), asked: PageRequest(index: index, size: size))
    #expect(page.items.count == rows && page.totalCount == nil)
  }

  @Test func anEnormousPageIndexWithoutACountDoesNotOverflow() throws {
    let page = try read(#"{"data":[{"id":"a"}],"metadata":{"pageIndex":9223372036854775807,"pageSize":50}}"#)
    #expect(page.totalCount == nil)
  }

  @Test(arguments: ["null", "{}", #"{"totalCount":null}"#])
  func metadataThatSaysNothingIsAsGoodAsNone(metadata: String) throws {
    let data = (0..<100).map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
    let page = try read(Data(#"{"data":[\#(data)],"metadata":\#(metadata)}"#.utf8))
    #expect(page.items.count == 100 && page.totalCount == nil)
  }

  @Test(arguments: [
    ("", "the top level", "nothing"), ("<!DOCTYPE html><p>Sorry", "the top level", "an HTML page"),
    ("upstream timed out", "the top level", "text “upstream timed out”"), ("[]", "the top level", "an array"),
    ("{", "the top level", "text “{”"), ("{}", "data", "nothing"), (#"{"data":{}}"#, "data", "an object"),
    (#"{"data":[],"metadata":{"totalCount":"many"}}"#, "metadata.totalCount", #""many""#),
    (#"{"data":[],"metadata":{"totalCount":-1}}"#, "metadata.totalCount", "-1"),
  ])
  func aBodyOfAnotherShapeIsNamedWhereItDiffers(body: String, at: String, found: String) {
    let problem = #expect(throws: WireProblem.self) { try read(body) }
    #expect(problem?.at == at)
    #expect(problem?.found == found)
  }

  @Test func endlessNestingIsRefused() {
    #expect(throws: WireProblem.self) { try read(String(repeating: "[", count: 100_000)) }
  }
}
