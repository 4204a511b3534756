import Elements
import SignInAnalysis
import Testing

@Suite struct FilterTermTests {
  private let bob = SignIn.row(
    "3F2A-id", time: "2026-11-20T21:59:12Z", name: "Bob Mark", upn: "bmark@contoso.com", userID: "u-77",
    ip: "203.0.113.7",
    country: "NG", city: "Lagos", isRisk: true)
  private let zoe = SignIn.row(
    name: "Zoë Ångström", upn: "zoe@contoso.com", country: "Netherlands", city: "Den Haag", isRisk: false)
  private let nobody = SignIn.row()

  @Test("an empty filter holds for everything", arguments: ["", "  ", "\t\n"])
  func empty(text: String) throws {
    #expect(try filter(text).isEmpty)
    #expect(try holds(text, nobody))
  }

  @Test(
    "a bare word is looked for in every text there is",
    arguments: ["mark", "BOB", "\"b M\"", "contoso", "u-77", "0.113", "ng", "LAG", "3f2a", "/^lag/", "/203\\.0/"])
  func everywhere(text: String) throws {
    #expect(try holds(text, bob))
    #expect(try !holds("-" + text, bob))
    #expect(try !holds(text, nobody))
    #expect(try holds("-" + text, nobody))
  }

  @Test("case and diacritics do not matter on either side")
  func folding() throws {
    for text in ["zoe", "ZOË", "user:angstrom", "user:\"zoe a\"", "/ZOË?/", "/[Å]ng/", "user:/ÅNG/"] {
      #expect(try holds(text, zoe))
    }
  }

  @Test(
    "a field is looked for in its own texts alone",
    arguments: [
      ("user:mark", true), ("user:contoso", true), ("user:u-77", true), ("user:lagos", false), ("user:203", false),
      ("upn:bmark@", true), ("upn:bob", false), ("upn:u-77", false), ("city:ago", true), ("city:ng", false),
      ("USER:mark", true), ("user:/^bob/", true), ("upn:/^bob/", false), ("city:/S$/", true),
      ("user:\"bob mark\"", true),
    ])
  func fields(text: String, expected: Bool) throws {
    #expect(try holds(text, bob) == expected)
    #expect(try holds("-" + text, bob) == !expected)
  }

  @Test("terms must all hold, and of values between commas one")
  func combination() throws {
    #expect(try holds("country:US,NG -user:svc risky:yes", bob))
    #expect(try !holds("country:US,NG user:svc", bob))
    #expect(try holds("user:svc,mark", bob))
    #expect(try holds("svc,mark", bob))
    #expect(try !holds("-user:svc,mark", bob))
    #expect(try holds("user:\"x, y\",/^b.b/", bob))
  }

  @Test("quotes keep spaces, commas, colons and a first slash or minus; two quotes in them are one")
  func quotes() throws {
    let odd = SignIn.row(name: "-a, \"b\": /c")
    for text in ["\"a, \"", "\"-a\"", "\"\"\"b\"\"\"", "\"b\"\": /\"", "user:\"/c\"", "user:-a"] {
      #expect(try holds(text, odd))
    }
    #expect(try holds("--a", odd) == false)
  }

  @Test("in an expression spaces and commas are themselves, and a slash has a backslash before it")
  func slashes() throws {
    let odd = SignIn.row(name: "a, b/c")
    #expect(try holds("user:/^a, b\\/c$/", odd))
    #expect(try holds("user:/x/,/b\\/c/ a", odd))
  }

  @Test(
    "a country is asked for by its code, or by its name or a part of it",
    arguments: [
      ("NG", "country:ng", true), ("NG", "country:US,NG", true), ("NG", "country:N", false),
      ("NG", "country:nigeria", true),
      ("NG", "country:nig", true), ("NE", "country:nig", true), ("US", "country:usa", true),
      ("US", "country:\"united st\"", true),
      ("GB", "country:UK", true), ("TR", "country:turkiye", true), ("RO", "country:oman", false),
      ("OM", "country:oman", true),
      ("Russia", "country:us", false), ("Russia", "country:RU", true), ("Russia", "country:russ", true),
      ("Netherlands", "country:NL", true), ("Netherlands", "country:lands", true), ("NL", "country:/^n[gl]$/", true),
      ("NLX", "country:NL", false), ("", "country:NL", false), ("XX", "country:XX", true),
    ])
  func country(country: String, text: String, expected: Bool) throws {
    #expect(try holds(text, .row(country: country)) == expected)
  }

  @Test("a verdict that was not said is neither yes nor no")
  func risk() throws {
    #expect(try holds("risky:yes", bob) && !holds("risky:no", bob))
    #expect(try holds("risky:no", zoe) && !holds("risky:yes", zoe))
    #expect(try !holds("risky:yes", nobody) && !holds("risky:no", nobody) && !holds("risky:no,yes", nobody))
    #expect(try holds("-risky:yes -risky:no", nobody) && holds("risky:NO,\"yes\"", zoe))
  }

  @Test(
    "what is missing fulfils no term, and so every negated one",
    arguments: [
      "user:a", "upn:a", "city:a", "country:US", "ip:::/0", "ip:0.0.0.0/0", "since:2000w", "until:2999-01-01",
      "user:/.*/",
    ])
  func missing(text: String) throws {
    #expect(try !holds(text, nobody))
    #expect(try holds("-" + text, nobody))
  }

  @Test("terms know where they stand and what they are about")
  func ranges() throws {
    let text = " -user:\"a b\"  é,x since:1h"
    let terms = try filter(text).terms
    #expect(
      terms.map { String(text.dropFirst($0.range.lowerBound).prefix($0.range.count)) } == [
        "-user:\"a b\"", "é,x", "since:1h",
      ])
    #expect(terms.map(\.isNegated) == [true, false, false])
    #expect(terms.map(\.field) == [.user, nil, .since])
  }

  @Test(
    "or is weaker than what stands side by side, parentheses group, and not is stronger than both",
    arguments: [
      ("bob or zzz", true), ("zzz or bob", true), ("zzz or yyy", false), ("bob or zzz yyy", true),
      ("zzz bob or yyy", false), ("(bob or zzz) yyy", false), ("(bob or zzz) mark", true), ("bob (zzz or mark)", true),
      ("not zzz", true), ("not bob", false), ("not zzz mark", true), ("NOT (zzz or bob)", false),
      ("not (zzz bob)", true), ("-(zzz or yyy)", true), ("-(bob mark)", false), ("-(bob -(mark))", true),
      ("not not bob", true), ("not -zzz", false), ("-(not bob)", true), ("(((bob)))", true), ("(bob)(mark)", true),
      ("(user:bob,zzz or yyy) -(country:US,NL)", true), ("user:\"bob mark\" Or zzz", true), ("zzz or not bob", false),
      ("(/^bob/)", true), ("-(/x y/ or \"a)b\")", true), ("bob -zzz or -bob zzz", true),
    ])
  func structure(text: String, expected: Bool) throws {
    #expect(try holds(text, bob) == expected)
    #expect(try holds("-(\(text))", bob) == !expected)
    #expect(try holds("not (\(text)) or zzz", bob) == !expected)
  }

  @Test("a country of a place is its code or name, a city a part of its name; a risky one is risky:yes")
  func aliases() throws {
    for text in [
      "place:NG", "place:nigeria", "place:ago", "place:/^lag/", "address:203.0.113.0/24", "is:risky", "risk:yes",
    ] {
      #expect(try holds(text, bob), "\(text)")
      #expect(try !holds("-" + text, bob), "\(text)")
      #expect(try !holds(text, nobody), "\(text)")
    }
    #expect(try !holds("place:go", bob), "two letters are a country's code")
    #expect(try holds("principal:bmark", bob) && holds("place:haag", zoe) && !holds("is:risky", zoe))
  }

  @Test("a list over many tenants knows the tenant of each row, also by a bare word; one of a single tenant does not")
  func tenants() throws {
    let contoso = TenantTexts(customer: "Contoso Ltd", tenant: "contoso.onmicrosoft.com")
    let row = SignIn.row(name: "Zoë")
    for text in [
      "customer:contoso", "tenant:onmic", "contoso", "customer:/ltd$/", "-customer:fjord", "zoe customer:ltd",
    ] {
      #expect(try holds(text, row, of: contoso), "\(text)")
    }
    #expect(try !holds("customer:onmicrosoft", row, of: contoso) && !holds("-contoso", row, of: contoso))
    #expect(try !holds("contoso", row))
    #expect(try !holds("tenant:x", row, of: TenantTexts(customer: "x", tenant: nil)))
  }

  @Test(
    "a word at the end that begins a field's name may still become one",
    arguments: [
      ("us", true), ("bob count", true), ("U", true), ("-ci", true), ("user", true), ("addr", true),
      ("us ", false), ("us x", false), ("bob", false), ("users", false), ("\"us\"", false), ("user:us", false),
      ("us,x", false), ("/us/", false), ("", false), ("cust", false), ("risky", true),
    ])
  func unfinished(text: String, expected: Bool) throws {
    #expect(try filter(text).isUnfinishedFieldName == expected)
    if text == "cust" { #expect(try filter(text, of: .tenants).isUnfinishedFieldName) }
  }
}
