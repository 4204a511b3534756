import Elements
import Randomness
import SignInAnalysis
import Testing

@Suite struct FilterErrorTests {
  private static let address = "expected an IPv4 or IPv6 address or network, such as 203.0.113.0/24"
  private static let time = "expected a time, such as 24h, 7d, today, 2026-11-01 or 2026-11-01T14:30"
  private static let hours = "expected hours from 0 to 24, such as 9 or 22-06"

  @Test(
    "a value that can't be read is marked where it stands, with what was expected",
    arguments: [
      ("bob ip:300.1.1.1", "300.1.1.1", address), ("ip:1.2.3", "1.2.3", address),
      ("ip:1.2.3.4/33", "1.2.3.4/33", address),
      ("ip:2001:db8::/129", "2001:db8::/129", address), ("ip:1.2.3.4,x", "x", address),
      ("ip:01.2.3.4", "01.2.3.4", address),
      ("ip:1::2::3", "1::2::3", address), ("ip:/", "/", "expected a closing /"),
      ("ip:1.2.3.4/", "1.2.3.4/", address),
      ("risky:true", "true", "expected yes or no"), ("risky:yes,maybe", "maybe", "expected yes or no"),
      ("is:quick", "quick", "expected risky, quiet or stayed"),
      ("is:/risky/", "/risky/", "expected risky, quiet or stayed"),
      ("since:yesterday", "yesterday", time), ("until:5x", "5x", time), ("since:-5h", "-5h", time),
      ("since:+5h", "+5h", time), ("since:h", "h", time), ("since:2026-13-01", "2026-13-01", time),
      ("since:2026-11-1", "2026-11-1", time), ("since:/24h/", "/24h/", time),
      ("until:2026-11-01T25:00", "2026-11-01T25:00", time),
      ("hour:25", "25", hours), ("hour:24", "24", hours), ("hour:7-7", "7-7", hours), ("hour:-6", "-6", hours),
      ("hour:1-2-3", "1-2-3", hours), ("hour:9,x", "x", hours), ("hour:007", "007", hours), ("hour:/9/", "/9/", hours),
    ])
  func values(text: String, part: String, message: String) throws {
    let found = try #require(complaint(about: text))
    #expect(found == (part, message))
  }

  @Test(
    "a value that is still missing marks its term",
    arguments: [
      ("user:", "user:", "expected a name"), ("-upn:", "-upn:", "expected a name"),
      ("city:", "city:", "expected a city"),
      ("country:NL,", "country:NL,", "expected a country"), ("bob user: x", "user:", "expected a name"),
      ("user:,bob", "user:,bob", "expected a name"), ("place:", "place:", "expected a country or a city"),
      ("user:\"\"", "\"\"", "expected a name"), ("\"\"", "\"\"", "expected a word"),
      ("a -", "-", "expected a term after -"),
      ("a,,b", "a,,b", "expected a word"),
      ("ip:", "ip:", address), ("risky:", "risky:", "expected yes or no"), ("since:", "since:", time),
      ("hour:", "hour:", hours), ("//", "//", "expected an expression"),
    ])
  func missing(text: String, part: String, message: String) throws {
    let found = try #require(complaint(about: text))
    #expect(found == (part, message))
  }

  @Test(
    "quotes and slashes have to be closed, and nothing may stick to them",
    arguments: [
      ("user:\"Bob Mark", "\"Bob Mark", "expected a closing \""), ("\"a\"\"", "\"a\"\"", "expected a closing \""),
      ("/a b", "/a b", "expected a closing /"), ("user:/a\\/", "/a\\/", "expected a closing /"),
      ("\"a\"b c", "b", "expected a space or a comma"), ("user:/a/i", "i", "expected a space or a comma"),
    ])
  func unclosed(text: String, part: String, message: String) throws {
    let found = try #require(complaint(about: text))
    #expect(found == (part, message))
  }

  @Test(
    "parentheses, or and not have to have their terms",
    arguments: [
      ("(a b", "(", "expected a closing )"), ("a (", "(", "expected a term after ("),
      ("a -(b", "-(", "expected a closing )"),
      ("()", ")", "expected a term before )"), ("a (b or )", "or", "expected a term after or, or quotes around it"),
      ("(a or b) c)", ")", "expected a ( before this ), or quotes around it"),
      (") a", ")", "expected a ( before this ), or quotes around it"),
      ("a or", "or", "expected a term after or, or quotes around it"),
      ("OR b", "OR", "expected a term before or, or quotes around it"),
      ("a or or b", "or", "expected a term after or, or quotes around it"),
      ("(or a)", "or", "expected a term before or, or quotes around it"),
      ("a not", "not", "expected a term after not, or quotes around it"),
      ("not or a", "not", "expected a term after not, or quotes around it"),
      ("user:bob(x)", "bob(x", "expected quotes around a text with a ("),
      (String(repeating: "(", count: 33) + "a", "(", "expected at most 32 parentheses in one another"),
    ])
  func groups(text: String, part: String, message: String) throws {
    let found = try #require(complaint(about: text))
    #expect(found == (part, message))
  }

  @Test("parentheses stand 32 deep, and any number of them is refused")
  func depth() throws {
    let deepest = String(repeating: "-(", count: 32) + "bob" + String(repeating: ")", count: 32)
    #expect(try holds(deepest, .row(name: "Bob")))
    #expect(complaint(about: String(repeating: "(", count: 100_000)) != nil)
    #expect(try filter(String(repeating: "not ", count: 100_001) + "bob").terms.map(\.isNegated) == [true])
  }

  @Test(
    "an unknown field lists those that there are, and the one that was meant",
    arguments: [
      ("foo:bar", "foo", "'foo'"), ("x -usr:bob", "usr", "'usr' (user?)"),
      ("CONTRY:NL", "CONTRY", "'CONTRY' (country?)"),
      (":x", ":x", "''"), ("http://x", "http", "'http'"), ("device:phone", "device", "'device'"),
      ("a,b:c", "b:c", "'b'"), ("sinse:1h", "sinse", "'sinse' (since?)"), ("from=1h", "from", "'from'"),
      ("customer:bob", "customer", "'customer'"),
    ])
  func unknownField(text: String, part: String, name: String) throws {
    let found = try #require(complaint(about: text))
    let fields = "user, upn, country, city, place, ip, risky, is, signal, severity, net, since, until, hour"
    #expect(
      found == (part, "unknown field \(name); fields: \(fields); a text with : or = in it goes in quotes"))
  }

  @Test("a list's own fields are those that it lists")
  func fieldsOfTenants() throws {
    let found = try #require(complaint(about: "user:bob", of: .tenants))
    #expect(
      found.message
        == "unknown field 'user'; fields: customer, tenant, country, risky, risky24h, normal, severity, state, "
        + "group; a text with : or = in it goes in quotes")
    #expect(complaint(about: "group:x", of: .tenants.without([.group])) != nil)
    #expect(complaint(about: "group:x", of: .tenants) == nil)
  }

  @Test(
    "what is written in another language is refused with what to write instead",
    arguments: [
      ("a user=bob", "user=bob", "write user:bob"),
      ("user==\"Bob Mark\"", "user==\"Bob Mark\"", "write user:\"Bob Mark\""),
      ("-user=bob,eve", "-user=bob,eve", "write -user:bob,eve"), ("user=", "user=", "write user:"),
      ("country!=NL", "country!=NL", "write -country:NL"), ("-country!=NL", "-country!=NL", "write country:NL"),
      ("country<>NL", "country<>NL", "write -country:NL"), ("country:!NL", "country:!NL", "write -country:NL"),
      ("user=~^svc", "user=~^svc", "write user:/^svc/"), ("user!~/^svc/", "user!~/^svc/", "write -user:/^svc/"),
      ("since>=24h", "since>=24h", "write since:24h"), ("address=1.2.3.4", "address=1.2.3.4", "write ip:1.2.3.4"),
      ("!NL", "!NL", "write -country:NL or -NL"), ("!bob", "!bob", "write -bob"), ("a !", "!", "write not"),
      ("!(a b)", "!(a", "write -(a"), ("!country:NL", "!country:NL", "write -country:NL"),
      ("a AND b", "AND", "leave AND out: all terms must hold"), ("a && b", "&&", "leave && out: all terms must hold"),
      ("a || b", "||", "write or"), ("a | b", "|", "write or"), ("ip:10.*", "10.*", "write ip:10.0.0.0/8"),
      ("ip:192.168.*", "192.168.*", "write ip:192.168.0.0/16"),
      ("ip:10.*.*", "10.*.*", "write ip:10.0.0.0/8"),
      ("ip:203.0.11*.7", "203.0.11*.7", "expected a star for whole numbers alone, such as 203.0.113.*"),
      ("ip:*.1", "*.1", "expected a star for whole numbers alone, such as 203.0.113.*"),
      ("2001:db8::1", "2001:db8::1", "write ip:2001:db8::1"),
      ("country:(NL or NG)", "country:(NL", "expected values with commas between them, such as country:a,b"),
      ("risky > 10", ">", "expected a field before it, without spaces, such as user:bob"),
      ("time:24h", "time", "write since: for times from one on, until: for those before it"),
    ])
  func otherLanguages(text: String, part: String, message: String) throws {
    let found = try #require(complaint(about: text))
    #expect(found == (part, message))
  }

  @Test(
    "so are comparisons of counts",
    arguments: [
      ("risky:10", "write risky=10"), ("risky:>10", "write risky>10"), ("risky==10", "write risky=10"),
      ("risky=>10", "write risky>=10"), ("risky=<10", "write risky<=10"), ("risky!=10", "write -risky=10"),
      ("-risky<>10", "write risky=10"), ("risky:yes", "expected a comparison with a number, such as risky>10"),
      ("risky24h>", "expected a comparison with a number, such as risky24h>0"), ("normal>many", "expected a number"),
      ("risky>-1", "expected a number"), ("risky>99999999999999999999", "expected a number"),
      ("state:done", "expected failed"), ("state:/f/", "expected failed"),
      ("> 10", "expected a field before it, without spaces, such as risky>10"),
    ])
  func comparisons(text: String, message: String) throws {
    #expect(try #require(complaint(about: text, of: .tenants)).message == message)
  }

  @Test("what is repeated in a sentence is cut off")
  func brief() throws {
    let long = String(repeating: "x", count: 10_000)
    for text in ["user=\(long)", "!\(long)", "\(long):a", "ip:\(long)"] {
      #expect(try #require(complaint(about: text)).message.count < 250)
    }
  }

  @Test("words with signs of other languages in them are words")
  func words() throws {
    for text in ["a&b", "hello!", "a|b", "\"!x\"", "user:a=b", "1+1=2", "\"and\"", "-and", "x~1", "user:or", "\"or\""] {
      #expect(complaint(about: text) == nil, "\(text)")
    }
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
    #expect(complaint(about: "user:\"\u{301}\u{200B}\"")?.message == "expected a character that can be seen")
  }

  @Test("whatever is typed is read or refused, with a range inside of the text that is not empty")
  func anything() throws {
    var random = SplitMix(seed: 7)
    let pieces = [
      "user:", "ip:", "since:", "-", "\"", "/", "\\", ",", " ", "a", "{2,3}", "[", "]", "(", ")", "1.2.3.4", "é",
      "\u{301}", ":", "24h", " or ", " not ", "=", "!", ">", "risky", "and", "*", "hour:22-06",
    ]
    for _ in 0..<10_000 {
      let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      for list in [FilterList.signIns, .tenants] {
        do { _ = try filter(text, of: list) } catch let error as FilterError {
          #expect(!error.range.isEmpty && error.range.upperBound <= text.count, "\(text)")
          #expect(!error.message.isEmpty)
        }
      }
    }
  }
}
