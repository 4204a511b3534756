import Randomness
import SignInAnalysis
import Testing

/// Filters on records of which not all is known.
@Suite struct FilterRecordTests {
  private struct Record: FilterRecord {
    var customer = "Contoso Ltd"
    var country: String? = "Netherlands"
    var risky: FilterValue = .notKnownYet
    var groups = ["Gold", "south"]

    func value(of field: FilterField?) -> FilterValue {
      switch field {
      case nil: .texts([customer, country])
      case .customer: .texts([customer])
      case .country: .texts([country])
      case .risky: risky
      case .group: .texts(groups)
      default: .missing
      }
    }
  }

  private func verdict(_ text: String, _ record: Record) throws -> FilterVerdict {
    var matcher = RecordMatcher(try filter(text, of: .tenants))
    return matcher.verdict(on: record)
  }

  @Test(
    "a number is compared as it is written",
    arguments: [
      ("risky>10", [11, 12]), ("risky>=11", [11, 12]), ("risky<10", [9]), ("risky<=10", [9, 10]), ("risky=10", [10]),
      ("risky=9,12", [9, 12]), ("-risky=10", [9, 11, 12]), ("risky>9 risky<12", [10, 11]),
      ("risky<10 or risky>11", [9, 12]), ("RISK=\"10\"", [10]),
    ])
  func numbers(text: String, expected: [Int]) throws {
    let found = try (9...12).filter { try verdict(text, Record(risky: .number($0))) == .holds }
    #expect(found == expected)
  }

  @Test(
    "what is not known yet leaves a filter undecided, unless the rest decides it",
    arguments: [
      ("risky>10", .undecided), ("-risky>10", .undecided), ("risky>10 contoso", .undecided), ("risky>10 fjord", .fails),
      ("fjord risky>10", .fails), ("risky>10 or contoso", .holds), ("contoso or risky>10", .holds),
      ("risky>10 or fjord", .undecided), ("-(risky>10 or contoso)", .fails), ("-(risky>10 fjord)", .holds),
      ("(risky>10 or fjord) contoso", .undecided), ("contoso", .holds), ("", .holds),
      ("risky>10 or -risky>10", .undecided),
    ] as [(String, FilterVerdict)])
  func undecided(text: String, expected: FilterVerdict) throws {
    #expect(try verdict(text, Record()) == expected)
  }

  @Test("what is missing fulfils no term, and so every negated one")
  func missing() throws {
    let record = Record(country: nil, risky: .missing)
    for text in ["risky>0", "risky<=0", "country:NL", "state:failed", "tenant:x"] {
      #expect(try verdict(text, record) == .fails)
      #expect(try verdict("-" + text, record) == .holds)
    }
  }

  @Test("a group is called so in full, text in a customer's name and country is found in part")
  func texts() throws {
    for text in [
      "group:gold", "group:x,SOUTH", "group:/^go/", "country:NL", "nether", "customer:con", "-sales contoso",
    ] {
      #expect(try verdict(text, Record()) == .holds, "\(text)")
    }
    for text in ["group:gol", "customer:nether", "-contoso"] {
      #expect(try verdict(text, Record()) == .fails, "\(text)")
    }
    let egypt = Record(customer: "Egypt Sales", country: nil)
    #expect(try verdict("egypt", egypt) == .holds && verdict("egypt -sales", egypt) == .fails)
  }

  @Test("an undecided filter is one that holds for some and fails for other values of what is not known")
  func model() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<500 {
      let text = self.random(depth: 0, using: &random)
      let open = try verdict(text, Record())
      let decided = try Set((0...4).map { try verdict(text, Record(risky: .number($0))) })
      #expect(!decided.contains(.undecided))
      // A contradiction may be left undecided, but a decision is never wrong.
      #expect(open == .undecided || decided == [open], "\(text)")
    }
  }

  private func random(depth: Int, using random: inout SplitMix) -> String {
    let terms = ["risky>1", "risky=3", "risky<=2", "contoso", "fjord", "-risky>=4", "not risky<1", "group:gold"]
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      depth < 3 && Bool.random(using: &random)
        ? ["(", "-("].randomElement(using: &random).map { $0 + self.random(depth: depth + 1, using: &random) + ")" }
          ?? ""
        : terms.randomElement(using: &random) ?? ""
    }
    return parts.joined(separator: Bool.random(using: &random) ? " or " : " ")
  }
}
