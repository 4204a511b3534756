import Elements
import SignInAnalysis
import Testing

@Suite struct FilterHighlightTests {
  /// The text with what is highlighted in brackets.
  private func marked(_ text: String, _ kind: FilteredText, by filterText: String) throws -> String {
    var characters = text.map(String.init)
    for range in try filter(filterText).highlights(in: text, of: kind) {
      characters[range.lowerBound] = "[" + characters[range.lowerBound]
      characters[range.upperBound - 1] += "]"
    }
    return characters.joined()
  }

  @Test(
    "what was looked for is marked in its characters, accents and all",
    arguments: [
      ("zoe", "Zoë Ångström", "[Zoë] Ångström"), ("ang", "Zoë Ångström", "Zoë [Ång]ström"),
      ("ang", "A\u{30A}ngA\u{30A}ng", "[A\u{30A}ngA\u{30A}ng]"),
      ("ss", "Straße", "Stra[ß]e"), ("s", "Straße", "[S]tra[ß]e"), ("ana", "banana", "b[anana]"),
      ("user:b,m", "Bob Mark", "[B]o[b] [M]ark"),
      ("-mark", "Bob Mark", "Bob Mark"), ("upn:mark", "Bob Mark", "Bob Mark"), ("/[aeiou]+/", "aeb oub", "[ae]b [ou]b"),
      ("/^b|k$/", "Bob Mark", "[B]ob Mar[k]"), ("/x*/", "Bob", "Bob"), ("/\\bm\\w*/", "Bob Mark am", "Bob [Mark] am"),
      ("mark 👩‍👩‍👧", "👩‍👩‍👧 Mark", "[👩‍👩‍👧] [Mark]"), ("risky:yes", "yes", "yes"),
      ("(b or upn:m) mark", "Bob Mark", "[B]o[b] [Mark]"), ("not (b or -mark)", "Bob Mark", "Bob [Mark]"),
      ("-(b or mark)", "Bob Mark", "Bob Mark"), ("hour:9 not not mark", "Bob Mark", "Bob [Mark]"),
    ])
  func names(filter: String, text: String, expected: String) throws {
    #expect(try marked(text, .displayName, by: filter) == expected)
  }

  @Test("an address in a network, and a country by its code or name, is marked as a whole")
  func whole() throws {
    #expect(try marked("203.0.113.7:443", .address, by: "ip:203.0.113.0/24") == "[203.0.113.7:443]")
    #expect(try marked("203.0.114.7", .address, by: "ip:203.0.113.0/24") == "203.0.114.7")
    #expect(try marked("NG", .country, by: "country:nigeria") == "[NG]")
    #expect(try marked("NG", .country, by: "country:NL") == "NG")
    #expect(try marked("Netherlands", .country, by: "country:lands") == "Nether[lands]")
    #expect(try marked("NG", .city, by: "country:NG") == "NG")
    #expect(try marked("NG", .country, by: "place:NG") == "[NG]")
    #expect(try marked("Lagos", .city, by: "place:lag") == "[Lag]os")
  }

  @Test("a text of any length and an expression of any kind are done with")
  func long() throws {
    let text = String(repeating: "a", count: 5_000)
    let found = try filter("/(a+)+b|(a|aa)*$/").highlights(in: text, of: .displayName)
    #expect(found.allSatisfy { $0.upperBound <= text.count })
  }
}
