import Elements
import SignInAnalysis
import Testing

@Suite struct FilterCompletionTests {
  private let snapshot: SignInSnapshot = {
    var table = SignInTable()
    _ = table.insert(
      .row("1", name: "Zoë Ångström", upn: "zoe@x.nl", ip: "203.0.113.7", country: "NL", city: "Den Haag"))
    _ = table.insert(.row("2", name: "Bob", upn: "bob@x.nl", ip: "198.51.100.1", country: "NG", city: "Lagos"))
    _ = table.insert(.row("3", name: "Jacob", upn: nil, ip: "203.0.113.8", country: "NG", city: "Haarlem"))
    _ = table.insert(.row("4", name: "bob", ip: nil, country: nil, city: nil))
    return table.snapshot()
  }()

  /// The text with each candidate in it.
  private func completed(
    _ text: String, cursor: Int? = nil, of list: FilterList = .signIns, among seen: SeenValues? = nil, limit: Int = 20
  ) -> [String] {
    let completion = FilterCompletion.candidates(
      for: text, cursor: cursor ?? text.count, of: list, among: seen ?? SeenValues(snapshot), limit: limit)
    return completion.candidates.map { candidate in
      text.prefix(completion.replacing.lowerBound) + candidate + text.dropFirst(completion.replacing.upperBound)
    }
  }

  @Test(
    "fields are completed by their beginning, values by what was seen",
    arguments: [
      ("c", ["country:", "city:"]), ("x -US", ["x -user:"]), ("user:ob", ["user:Bob", "user:Jacob", "user:bob"]),
      ("user:bo", ["user:Bob", "user:bob"]), ("user:ang", ["user:\"Zoë Ångström\""]),
      ("user:\"zoe a", ["user:\"Zoë Ångström\""]),
      ("upn:z", ["upn:zoe@x.nl"]), ("city:haa", ["city:Haarlem", "city:\"Den Haag\""]),
      ("country:NL,n", ["country:NL,NG", "country:NL,NL"]),
      ("country:nig", ["country:NG"]), ("ip:203", ["ip:203.0.113.8", "ip:203.0.113.7"]),
      ("-risky:", ["-risky:yes", "-risky:no"]),
      ("since:2", ["since:24h"]), ("hour:", ["hour:22-06", "hour:08-18"]),
      ("is:", ["is:quiet", "is:risky", "is:stayed"]),
      ("signal:t", ["signal:tainted-address", "signal:travel", "signal:two-countries"]),
      ("severity:h", ["severity:high"]), ("net:v", ["net:vpn"]),
      ("since:t", ["since:today"]), ("place:l", ["place:Lagos", "place:NL", "place:Haarlem"]),
      ("(c", ["(city:", "(country:"]), ("a or -(country:ni", ["a or -(country:NG"]),
      ("a (ip:19", ["a (ip:198.51.100.1"]),
      ("a or", []), ("a not", []), ("(a)", []), ("address:198", ["address:198.51.100.1"]), ("user=b", []), ("foo:", []),
      ("/c", []), ("user:/b", []), ("user:\"bob\"", []), ("zzz", []),
      ("user:\u{301}", []),
    ] as [(String, [String])])
  func candidates(text: String, expected: [String]) {
    #expect(completed(text).sorted() == expected.sorted())
  }

  @Test("what begins with it comes first, and there are no more than asked for")
  func order() {
    #expect(completed("user:b") == ["user:Bob", "user:bob", "user:Jacob"])
    #expect(completed("city:haa", limit: 1) == ["city:Haarlem"])
    #expect(completed("user:", limit: 0) == [])
    #expect(completed("ip:", limit: -1) == [])
  }

  @Test("only what is before the cursor counts, and a cursor outside of the text is at its end")
  func cursor() {
    #expect(completed("up bob", cursor: 2) == ["upn: bob"])
    #expect(completed("up", cursor: 99) == ["upn:"])
    #expect(completed("up", cursor: -1).count == FilterList.signIns.fields.count)
    #expect(completed("bob ").count == FilterList.signIns.fields.count)
  }

  @Test("each list is offered its own fields and its records' values")
  func lists() {
    let seen = SeenValues { field in
      switch field {
      case .customer: ["Contoso", "Quay (old)", "Contoso"]
      case .group: ["gold"]
      default: []
      }
    }
    #expect(completed("c", of: .tenants, among: seen) == ["customer:", "country:"])
    #expect(completed("ri", of: .tenants, among: seen) == ["risky>", "risky24h>"])
    #expect(completed("customer:", of: .tenants, among: seen) == ["customer:Contoso", "customer:\"Quay (old)\""])
    #expect(completed("group:", of: .tenants, among: seen) == ["group:gold"])
    #expect(completed("state:f", of: .tenants, among: seen) == ["state:failed"])
    #expect(completed("risky>", of: .tenants, among: seen) == [])
    #expect(completed("cust", of: .signIns) == [])
    #expect(completed("cust", of: .signInsOfAllTenants) == ["customer:"])
  }

  @Test("a value that no filter can be asked for is not offered", arguments: ["user", "upn", "city", "country", "ip"])
  func unreadable(field: String) {
    var table = SignInTable()
    for (index, text) in ["", "\u{200B}"].enumerated() {
      _ = table.insert(.row("\(index)", name: text, upn: text, ip: text, country: text, city: text))
    }
    _ = table.insert(.row("3", ip: "203.0.113.7, via a proxy"))
    let text = field + ":"
    #expect(completed(text, among: SeenValues(table.snapshot())) == [])
  }
}
