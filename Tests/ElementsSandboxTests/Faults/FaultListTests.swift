import ElementsSandbox
import Testing

struct FaultListTests {
  @Test func `A list is read from kinds and shares`() throws {
    #expect(try Faults(list: "5xx:0.5") == Faults([.serverError: 0.5]))
    #expect(try Faults(list: "reset,403:1") == Faults([.reset: FaultKind.reset.usualShare, .forbidden: 1]))
    #expect(try Faults(list: "bom:0") == .none)
  }

  @Test func `Of a kind that stands twice the last counts, after a mix of all too`() throws {
    let faults = try Faults(list: "cut:0.3,all,drip:0.9")
    #expect(faults[.drip] == 0.9)
    #expect(faults[.cut] == FaultKind.cut.shareAmongAll)
    #expect(try Faults(list: "all:0.5")[.shift] == FaultKind.shift.shareAmongAll / 2)
    #expect(try Faults(list: "all") == .all)
  }

  @Test(arguments: ["", "500", "5xx,", ",5xx", "5XX", " 5xx", ":0.5"])
  func `A kind that is none is named`(list: String) {
    let name = ["500", "5XX", " 5xx"].contains(list) ? list : ""
    #expect(throws: FaultListError.unknownKind(name)) { try Faults(list: list) }
  }

  @Test(arguments: ["", "2", "-0.1", "nan", "half", "0.1:1"])
  func `A share that is none is named with its kind`(share: String) {
    #expect(throws: FaultListError.noShare(share, kind: "cut")) { try Faults(list: "5xx,cut:\(share)") }
  }

  @Test func `Shares of every kind lie between nothing and all, alone and in the mix`() {
    for kind in FaultKind.allCases {
      #expect(kind.usualShare > 0 && kind.usualShare <= 1)
      #expect(Faults.all[kind] > 0 && Faults.all[kind] <= kind.usualShare)
    }
  }

  @Test(arguments: [("10/5", 10, 5.0), ("1/0.5", 1, 0.5)])
  func `A rate limit is read from calls and seconds`(text: String, calls: Int, seconds: Double) {
    #expect(RateLimit(text) == RateLimit(calls: calls, period: .seconds(seconds)))
  }

  @Test(arguments: ["", "10", "10/", "/5", "0/5", "10/0", "10/-1", "10/nan", "10/inf", "10/5/1", "ten/5"])
  func `What is no rate limit is refused`(text: String) {
    #expect(RateLimit(text) == nil)
  }
}
