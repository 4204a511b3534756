import Elements
import Foundation
import Randomness
import SignInAnalysis
import Testing

/// The matcher against a slow model that shares nothing with it: each random term comes with its meaning.
@Suite struct FilterModelTests {
  @Test("random filters hold for those random rows for which the meanings of their terms do, in a table that grows too")
  func random() throws {
    var random = SplitMix(seed: 2026)
    for _ in 0..<400 {
      let model = ModelTerm.alternatives(depth: 0, using: &random)
      let text = model.text
      var matcher = FilterMatcher(try filter(text))
      var table = SignInTable()
      var rows: [SignIn] = []
      for _ in 0..<3 {
        let more = (0..<40).map { SignIn.random("id-\(rows.count + $0)", using: &random) }
        rows += more
        for row in more { _ = table.insert(row) }
        let expected = rows.indices.filter { model.holds(rows[$0]) }.map(RowNumber.init)
        let snapshot = table.snapshot()
        let found = matcher.matches(among: 0..<RowNumber(snapshot.count), in: snapshot)
        #expect(found == expected, "\(text)")
        let again = matcher.matches(among: Array(expected.reversed())[...], in: snapshot)
        #expect(again == expected.reversed())
        var stream = FilterMatcher(try filter(text))
        let streamed = rows.indices.filter { stream.holds(rows[$0]) }.map(RowNumber.init)
        #expect(streamed == expected, "\(text)")
      }
    }
  }

  @Test("rows of more than one chunk are told apart, and a cancelled run gives what it has found until then")
  func chunks() throws {
    var table = SignInTable()
    let names = ["Bob", "Zoë", nil]
    for index in 0..<10_000 { _ = table.insert(.row("\(index)", name: names[index % 3])) }
    let snapshot = table.snapshot()
    var matcher = FilterMatcher(try filter("user:zoe"))
    let all = matcher.matches(among: 0..<10_000, in: snapshot)
    #expect(all == (0..<10_000).filter { $0 % 3 == 1 })
    var left = 1
    let part = matcher.matches(among: 0..<10_000, in: snapshot) {
      left -= 1
      return left < 0
    }
    #expect(!part.isEmpty && part.count < all.count && part == Array(all.prefix(part.count)))
    let none = matcher.matches(among: 0..<10_000, in: snapshot) { true }
    #expect(none == [])
  }
}

/// A term, or some of them, with what it means.
private struct ModelTerm {
  let text: String
  let holds: (SignIn) -> Bool

  /// Some terms side by side, and sometimes an `or`.
  static func alternatives(depth: Int, using random: inout SplitMix) -> ModelTerm {
    let left = conjunction(depth: depth, using: &random)
    guard Int.random(in: 0..<3, using: &random) == 0 else { return left }
    let right = conjunction(depth: depth, using: &random)
    return ModelTerm(text: "\(left.text) or \(right.text)") { left.holds($0) || right.holds($0) }
  }

  private static func conjunction(depth: Int, using random: inout SplitMix) -> ModelTerm {
    let terms = (0..<Int.random(in: 1...3, using: &random)).map { _ in operand(depth: depth, using: &random) }
    return ModelTerm(text: terms.map(\.text).joined(separator: " ")) { row in terms.allSatisfy { $0.holds(row) } }
  }

  private static func operand(depth: Int, using random: inout SplitMix) -> ModelTerm {
    let isGroup = depth < 3 && Int.random(in: 0..<4, using: &random) == 0
    guard isGroup else { return self.random(using: &random) }
    let inner = alternatives(depth: depth + 1, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return ModelTerm(text: "-(\(inner.text))") { !inner.holds($0) }
    case 1: return ModelTerm(text: "not ( \(inner.text) )") { !inner.holds($0) }
    case 2: return ModelTerm(text: "not -(\(inner.text))", holds: inner.holds)
    default: return ModelTerm(text: "(\(inner.text))", holds: inner.holds)
    }
  }

  static func random(using random: inout SplitMix) -> ModelTerm {
    let term = positive(using: &random)
    guard Bool.random(using: &random) else { return term }
    return ModelTerm(text: "-" + term.text) { !term.holds($0) }
  }

  private static func positive(using random: inout SplitMix) -> ModelTerm {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return risk(using: &random)
    case 1: return time(using: &random)
    case 2: return network(using: &random)
    case 3: return hour(using: &random)
    default: return words(using: &random)
    }
  }

  private static func words(using random: inout SplitMix) -> ModelTerm {
    let fields: [(String, (SignIn) -> [String?])] = [
      ("", { [$0.userDisplayName, $0.userPrincipalName, $0.userID, $0.ip, $0.country, $0.city, $0.id] }),
      ("user:", { [$0.userDisplayName, $0.userPrincipalName, $0.userID] }), ("upn:", { [$0.userPrincipalName] }),
      ("city:", { [$0.city] }),
    ]
    let field = fields[Int.random(in: 0..<fields.count, using: &random)]
    let words = ["bob", "ZOE", "Å", "a, b", "m", "7", "2001", "id-1", "o g", "é", "svc-", "\"q", "nl"]
    let chosen = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      words[Int.random(in: 0..<words.count, using: &random)]
    }
    let values = chosen.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
    return ModelTerm(text: field.0 + values.joined(separator: ",")) { row in
      field.1(row).contains { text in chosen.contains { plain(text ?? "").contains(plain($0)) } }
    }
  }

  private static func plain(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  private static func risk(using random: inout SplitMix) -> ModelTerm {
    let isRisky = Bool.random(using: &random)
    return ModelTerm(text: isRisky ? ["risky:yes", "is:risky"].randomElement(using: &random) ?? "" : "risky:no") {
      $0.isRisk == isRisky
    }
  }

  private static func time(using random: inout SplitMix) -> ModelTerm {
    let day = Int.random(in: 1...20, using: &random)
    let date = "2026-11-" + (day < 10 ? "0\(day)" : "\(day)")
    let moment = date + "T00:00:00Z"
    // In this form texts are in order as times are.
    if Bool.random(using: &random) {
      return ModelTerm(text: "since:" + date) { ($0.loginTime?.iso8601 ?? "") >= moment }
    }
    return ModelTerm(text: "until:" + date) { $0.loginTime.map { $0.iso8601 < moment } ?? false }
  }

  private static func hour(using random: inout SplitMix) -> ModelTerm {
    let first = Int.random(in: 0...23, using: &random)
    let end = (first + Int.random(in: 1...23, using: &random)) % 24
    return ModelTerm(text: "hour:\(first)-\(end)") { row in
      // `2026-11-12T13:30:00.5Z`
      guard let hour = (row.loginTime?.iso8601).flatMap({ Int($0.dropFirst(11).prefix(2)) }) else { return false }
      return first < end ? (first..<end).contains(hour) : hour >= first || hour < end
    }
  }

  private static func network(using random: inout SplitMix) -> ModelTerm {
    let hosts = ["203.0.113.7", "10.1.2.3", "2001:db8::7", "2001:db8:1::"]
    let host = hosts[Int.random(in: 0..<hosts.count, using: &random)]
    let bits = ModelAddress.bits(host)
    let length = Int.random(in: 1...bits.count, using: &random)
    return ModelTerm(text: "ip:\(host)/\(length)") { row in
      guard let known = ModelAddress.known[row.ip ?? ""] else { return false }
      return known.isIPv6 == host.contains(":") && known.bits.count >= length
        && known.bits.prefix(length).elementsEqual(bits.prefix(length))
    }
  }
}

/// The bits of addresses, from the C library.
private enum ModelAddress {
  /// What is known of the addresses that random rows have.
  static let known: [String: (isIPv6: Bool, bits: [Bool])] = [
    "203.0.113.7": (false, bits("203.0.113.7")), "203.0.113.200:443": (false, bits("203.0.113.200")),
    "203.0.113.XXX": (false, Array(bits("203.0.113.0").prefix(24))), "10.1.3.3": (false, bits("10.1.3.3")),
    "::ffff:10.1.2.3": (false, bits("10.1.2.3")), "2001:db8::7": (true, bits("2001:db8::7")),
    "[2001:DB8:0:1::7]:80": (true, bits("2001:db8:0:1::7")),
  ]

  static func bits(_ text: String) -> [Bool] {
    let isIPv6 = text.contains(":")
    var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
    #expect(inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, &bytes) == 1)
    return bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 == 1 } }
  }
}

extension SignIn {
  /// Few different values, so that many rows share them and some filters hold for some.
  fileprivate static func random(_ id: String, using random: inout SplitMix) -> SignIn {
    func one(_ texts: [String?]) -> String? { texts[Int.random(in: 0..<texts.count, using: &random)] }
    let day = Int.random(in: 10...22, using: &random)
    return .row(
      id, time: one(["2026-11-\(day)T00:00:00Z", "2026-11-\(day)T13:30:00.5Z", nil]),
      name: one(["Bob Mark", "Zoë Ångström", "svc-backup", "a, b", "\"q\" ñ", "", nil]),
      upn: one(["bob@contoso.com", "ZOÉ@x.nl", nil]), userID: one(["u-1", "U-77", nil]),
      ip: one([
        "203.0.113.7", "203.0.113.200:443", "203.0.113.XXX", "10.1.3.3", "::ffff:10.1.2.3", "2001:db8::7",
        "[2001:DB8:0:1::7]:80", "junk", nil,
      ]),
      country: one(["NL", "NG", "Österreich", nil]), city: one(["Lagos", "Santa Fé", "São Gonçalo", nil]),
      isRisk: [true, false, nil][Int.random(in: 0..<3, using: &random)])
  }
}
