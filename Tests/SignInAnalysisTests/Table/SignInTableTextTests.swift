import Elements
import SignInAnalysis
import Testing

@Suite struct SignInTableTextTests {
  @Test(
    "ids that are nearly the same GUID are different sign-ins, and come back as they were written",
    arguments: [
      [
        "0f8fad5b-d9cb-469f-a165-70867728950e", "0F8FAD5B-D9CB-469F-A165-70867728950E",
        "0f8fad5b-d9cb-469f-a165-70867728950E", "{0f8fad5b-d9cb-469f-a165-70867728950e}",
        "0f8fad5bd9cb469fa16570867728950e", "0f8fad5b-d9cb-469fa-165-70867728950e",
        "0f8fad5b-d9cb-469f-a165-70867728950g",
        "0f8fad5b-d9cb-469f-a165-70867728950", "0f8fad5b-d9cb-469f-a165-70867728950e ",
        "0f8fad5b-d9cb-469f-a165-70867728950\u{E9}", "0f8fad5b-d9cb-469f-a165-7086772895\u{E9}", "",
      ],
      [
        "00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000001",
        "ffffffff-ffff-ffff-0000-000000000000", "ffffffff-ffff-ffff-0000-000000000001",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
      ],
      ["Zo\u{EB}", "Zoe\u{308}"],
    ])
  func ids(_ ids: [String]) {
    var table = SignInTable()
    let signIns = ids.map { SignIn.sample(id: $0) }
    let rows = (0..<ids.count).map { RowNumber($0) }
    #expect(table.insert(contentsOf: signIns) == rows)
    #expect(table.insert(contentsOf: signIns.reversed()) == rows.reversed())
    #expect(rows.map { table[$0] }.exactly == signIns.exactly)
  }

  @Test("texts that only look the same are kept apart")
  func lookalikes() {
    let names = ["Zo\u{EB}", "Zoe\u{308}", "", nil, "\u{2126}", "\u{3A9}"]
    let signIns = names.enumerated().map { number, name in
      SignIn(
        id: String(number), loginTime: nil, userID: nil, userDisplayName: name, userPrincipalName: name, ip: name,
        location: nil, country: name, city: name, isRisk: nil)
    }
    var table = SignInTable()
    let rows = table.insert(contentsOf: signIns)
    #expect(rows.map { table[$0] }.exactly == signIns.exactly)
  }

  @Test("a text does not run over into the field after it")
  func fieldBorders() {
    let fields: [(String?, String?, String?)] = [
      ("ab", "c", ""), ("a", "bc", ""), ("abc", "", ""), ("", "abc", nil), (nil, "abc", ""), ("abc", nil, nil),
    ]
    let signIns = fields.enumerated().map { number, field in
      SignIn(
        id: String(number), loginTime: nil, userID: field.0, userDisplayName: field.1, userPrincipalName: field.2,
        ip: nil, location: nil, country: field.0, city: field.1, isRisk: nil)
    }
    var table = SignInTable()
    let rows = table.insert(contentsOf: signIns)
    #expect(rows.map { table[$0] }.exactly == signIns.exactly)
  }

  @Test("times and places come back to the last bit")
  func numbers() {
    let ticks = [Timestamp.range.lowerBound, Timestamp.range.upperBound, 638_907_426_550_000_001]
    let locations = [
      Location(latitude: 0, longitude: 5), Location(latitude: -0.0, longitude: 5), nil,
      Location(latitude: 6.524_379_3, longitude: 3.379_205_7),
      Location(latitude: 6.524_379_300_000_001, longitude: 3.379_205_7),
    ]
    var signIns: [SignIn] = []
    for time in ticks.map({ Timestamp(ticks: $0) }) + [nil] {
      for location in locations {
        signIns.append(
          SignIn(
            id: String(signIns.count), loginTime: time, userID: nil, userDisplayName: nil, userPrincipalName: nil,
            ip: nil, location: location, country: nil, city: nil, isRisk: nil))
      }
    }
    var table = SignInTable()
    let rows = table.insert(contentsOf: signIns)
    #expect(rows.map { table[$0] }.exactly == signIns.exactly)
  }

  @Test(
    "texts of any length are kept, short and empty ones after them too",
    arguments: [65_533, 65_534, 65_535, 65_536, 65_537, 300_000])
  func lengths(_ length: Int) {
    // Together with the short ones the long ones fill what is kept together to its end, or just not.
    let texts = [
      String(repeating: "a", count: length), "bb", "", String(repeating: "c", count: length - 1), "d", "e\u{E9}",
      String(repeating: "f", count: length + 1), "g",
    ]
    let signIns = texts.map { text in
      SignIn(
        id: text, loginTime: nil, userID: nil, userDisplayName: nil, userPrincipalName: nil, ip: text, location: nil,
        country: nil, city: nil, isRisk: nil)
    }
    var table = SignInTable()
    #expect(signIns.map { table.insert($0) } == Array(0..<RowNumber(texts.count)))
    #expect(signIns.map { table.row(of: $0.id) } == Array(0..<RowNumber(texts.count)))
    #expect((0..<RowNumber(texts.count)).map { table[$0] }.exactly == signIns.exactly)
  }
}
