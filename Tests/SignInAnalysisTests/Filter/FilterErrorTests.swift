import Elements
import Randomness
import SignInAnalysis
import Testing

@Suite struct FilterErrorTests {
  private static let address = "an IPv4 or IPv6 address or network, such as 203.0.113.0/24"
  private static let time = "a time, such as 24h, 7d, 2026-11-01 or 2026-11-01T14:30"

  @Test(
    "a value that can't be read is marked where it stands, with what was expected",
    arguments: [
      ("bob ip:300.1.1.1", "300.1.1.1", address), ("ip:1.2.3", "1.2.3", address),
      ("ip:1.2.3.4/33", "1.2.3.4/33", address),
      ("ip:2001:db8::/129", "2001:db8::/129", address), ("ip:1.2.3.4,x", "x", address),
      ("ip:01.2.3.4", "01.2.3.4", address),
      ("ip:1::2::3", "1::2::3", address), ("ip:/", "/", "a closing /"), ("ip:1.2.3.4/", "1.2.3.4/", address),
      ("risky:true", "true", "yes or no"), ("risky:yes,maybe", "maybe", "yes or no"),
      ("since:yesterday", "yesterday", time), ("until:5x", "5x", time), ("since:-5h", "-5h", time),
      ("since:+5h", "+5h", time), ("since:h", "h", time), ("since:2026-13-01", "2026-13-01", time),
      ("since:2026-11-1", "2026-11-1", time), ("since:/24h/", "/24h/", time),
      ("until:2026-11-01T25:00", "2026-11-01T25:00", time),
    ])
  func values(text: String, part: String, expected: String) throws {
    let found = try #require(complaint(about: text))
    #expect(found == (part, expected))
  }

  @Test(
    "a value that is still missing marks its term",
    arguments: [
      ("user:", "user:", "a name"), ("-upn:", "-upn:", "a name"), ("city:", "city:", "a city"),
      ("country:NL,", "country:NL,", "a country"), ("bob user: x", "user:", "a name"),
      ("user:,bob", "user:,bob", "a name"),
      ("user:\"\"", "\"\"", "a name"), ("\"\"", "\"\"", "a word"), ("a -", "-", "a term after -"),
      ("a,,b", "a,,b", "a word"),
      ("ip:", "ip:", address), ("risky:", "risky:", "yes or no"), ("since:", "since:", time),
      ("//", "//", "an expression"),
    ])
  func missing(text: String, part: String, expected: String) throws {
    let found = try #require(complaint(about: text))
    #expect(found == (part, expected))
  }

  @Test(
    "quotes and slashes have to be closed, and nothing may stick to them",
    arguments: [
      ("user:\"Bob Mark", "\"Bob Mark", "a closing \""), ("\"a\"\"", "\"a\"\"", "a closing \""),
      ("/a b", "/a b", "a closing /"), ("user:/a\\/", "/a\\/", "a closing /"),
      ("\"a\"b c", "b", "a blank or a comma"), ("user:/a/i", "i", "a blank or a comma"),
    ])
  func unclosed(text: String, part: String, expected: String) throws {
    let found = try #require(complaint(about: text))
    #expect(found == (part, expected))
  }

  @Test(
    "an unknown field lists those that there are, and the one that was meant",
    arguments: [
      ("foo:bar", "foo", nil), ("x -usr:bob", "usr", "user"), ("CONTRY:NL", "CONTRY", "country"),
      ("2001:db8::1", "2001", nil),
      (":x", ":x", nil), ("http://x", "http", nil), ("signal:travel", "signal", nil), ("a,b:c", "b:c", nil),
      ("sinse:1h", "sinse", "since"),
    ] as [(String, String, String?)])
  func unknownField(text: String, part: String, meant: String?) throws {
    let found = try #require(complaint(about: text))
    #expect(found.part == part)
    for field in FilterField.allCases { #expect(found.expected.contains(field.rawValue)) }
    #expect(found.expected.hasPrefix("a field" + (meant.map { " (\($0)?):" } ?? ":")))
  }

  @Test("offsets count characters, however many scalars those have")
  func characters() throws {
    #expect(try #require(complaint(about: "e\u{301}👩‍👩‍👧 ip:x")).part == "x")
    let error = #expect(throws: FilterError.self) { try filter("👩‍👩‍👧🇳🇱 user:/é(/") }
    #expect(error?.range == 10..<11)
  }

  @Test("a mark after a quote does not hide the quote")
  func marks() throws {
    #expect(try filter("user:\"\u{301}Bob Mark\"").terms.count == 1)
    #expect(complaint(about: "user:\"\u{301}\u{200B}\"")?.expected == "a character that can be seen")
  }

  @Test("whatever is typed is read or refused, with a range inside of the text that is not empty")
  func anything() throws {
    var random = SplitMix(seed: 7)
    let pieces = [
      "user:", "ip:", "since:", "-", "\"", "/", "\\", ",", " ", "a", "{2,3}", "[", "]", "(", ")", "1.2.3.4", "é",
      "\u{301}", ":", "24h",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      do { _ = try filter(text) } catch let error as FilterError {
        #expect(!error.range.isEmpty && error.range.upperBound <= text.count, "\(text)")
        #expect(!error.expected.isEmpty)
      }
    }
  }
}
