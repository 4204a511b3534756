import Elements
import SignInAnalysis
import Testing

@Suite struct FilterTextTests {
  private let values = [
    "Bob Mark", "bob", "a,b", "say \"hi\"", "\"", "/etc", "-x", "x:y", "\u{301}Zoë", "tab\there", "user:bob",
    "back\\slash", "line\nbreak",
    "quote\"\u{301}mark", "", "/^a$/", "Kim (old)", ")", "!x", "=1+1", "or", "not", "and", ">",
  ]

  @Test("what was added is read back as it was, next to what was there, and taking it out leaves the rest")
  func roundTrip() throws {
    for value in values.filter({ !$0.isEmpty }) {
      for negated in [false, true] {
        let before = FilterText("country:NL -svc")
        let after = before.adding(value, to: .user, negated: negated)
        #expect(try filter(after.text).terms.count == 3, "\(after.text)")
        #expect(try holds(after.text, .row(name: value, country: "NL")) == !negated, "\(after.text)")
        #expect(after.adding(value, to: .user, negated: negated) == after)
        #expect(after.removing(value, from: .user, negated: negated) == before)
      }
    }
  }

  @Test("the opposite of a term takes its place")
  func opposite() {
    let only = FilterText("a").adding("Bob Mark", to: .user)
    #expect(only.text == "a user:\"Bob Mark\"")
    let without = only.adding("Bob Mark", to: .user, negated: true)
    #expect(without.text == "a -user:\"Bob Mark\"")
    #expect(without.adding("Bob Mark", to: .user) == only)
  }

  @Test("a term counts as there however it is written, but not in another field or among other values")
  func sameMeaning() {
    #expect(FilterText("USER:\"zoe\"").adding("Zoë", to: .user).text == "USER:\"zoe\"")
    #expect(FilterText("upn:zoe").adding("zoe", to: .user).text == "upn:zoe user:zoe")
    #expect(FilterText("country:NL,NG").adding("NL", to: .country).text == "country:NL,NG country:NL")
    #expect(FilterText("country:NL,NG").removing("NL", from: .country).text == "country:NL,NG")
  }

  @Test("a term that was left open is closed before another follows")
  func open() throws {
    for text in ["user:\"Bob", "/bo", "user:/b\\", "x \"a b, c"] {
      let added = FilterText(text).adding("NL", to: .country).text
      #expect(added.hasSuffix(" country:NL"))
      #expect(try filter(added).terms.last?.field == .country, "\(added)")
    }
  }

  @Test("alternatives go into parentheses before a term that is about all of them, and nothing else does")
  func alternatives() throws {
    #expect(FilterText("a or b").adding("NL", to: .country).text == "(a or b) country:NL")
    #expect(FilterText("(a or b) c").adding("NL", to: .country).text == "(a or b) c country:NL")
    #expect(
      FilterText("country:NL or b").adding("NL", to: .country, negated: true).text == "(country:NL or b) -country:NL")
    #expect(FilterText("a \"x or y\"").adding("NL", to: .country).text == "a \"x or y\" country:NL")
    let once = FilterText("country:NL or b").adding("NL", to: .country)
    #expect(once.text == "(country:NL or b) country:NL")
    #expect(once.adding("NL", to: .country) == once)
    #expect(once.adding("NL", to: .country, negated: true).text == "(country:NL or b) -country:NL")
    #expect(FilterText("not country:NL").adding("NL", to: .country).text == "country:NL")
    #expect(FilterText("address:1.2.3.4").adding("1.2.3.4", to: .ip).text == "address:1.2.3.4")
  }

  @Test("parentheses that are open are closed, and a mistake does not become sense")
  func mistakes() {
    #expect(FilterText("(a or (b \"c").adding("NL", to: .country).text == "(a or (b \"c\")) country:NL")
    #expect(FilterText("a or (b").adding("NL", to: .country).text == "(a or (b)) country:NL")
    for text in ["a) or (b", "a or b)", "a or", "a not", "or a", "a )"] {
      let added = FilterText(text).adding("NL", to: .country).text
      #expect(complaint(about: added) != nil, "\(added)")
      #expect(FilterText(added).adding("NL", to: .country).text == added)
    }
  }

  @Test(
    "the last term is turned into its opposite and back, or dropped",
    arguments: [
      ("a b", "a -b", "a"), ("a -b", "a b", "a"), ("a or b", "a or -b", "a"), ("a not b", "a b", "a"),
      ("a (b or c)", "a -(b or c)", "a"), ("-(b or c)", "(b or c)", ""), ("--a", "not --a", ""), ("-or", "not -or", ""),
      ("x \"a b\"", "x -\"a b\"", "x"), ("a or", "-a", ""), ("", "", ""), ("risky>10", "-risky>10", ""),
    ])
  func last(text: String, flipped: String, dropped: String) {
    #expect(FilterText(text).flippingLast().text == flipped)
    #expect(FilterText(text).droppingLast().text == dropped)
  }

  @Test(
    "every address can be asked for as it was sent",
    arguments: [
      "203.0.113.7", "203.0.113.7:443", "[2001:db8::1]:443", "203.0.113.XXX", "unknown", "a b/c\\d(1)", "1.2.3.4.5",
      "203.0.113.0/24",
    ])
  func addresses(address: String) throws {
    let text = FilterText("").adding(address, to: .ip).text
    #expect(try holds(text, .row(ip: address)), "\(text)")
    #expect(try !holds(text, .row(ip: "198.51.100.1")), "\(text)")
  }
}
