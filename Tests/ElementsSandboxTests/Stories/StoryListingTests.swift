import Elements
import ElementsSandbox
import Testing

struct StoryListingTests {
  private let stories = SyntheticWorld(.onWednesday(signIns: nil, customers: 40)).stories
  private var lines: [Substring] { StoryListing(stories).text.split(separator: "\n", omittingEmptySubsequences: false) }

  @Test func `Each story says where it is, what happens and what to expect`() throws {
    let lines = lines
    let place = try #require(lines.firstIndex { $0.hasPrefix("high      travel") })
    #expect(lines[place].contains("203.0.113.242") && lines[place].contains("2026-03-04 09:1"))
    #expect(lines[place + 1].hasSuffix("From the office to Lagos in two hours, risky, and stays 45 min."))
    let harmless = try #require(lines.firstIndex { $0.hasPrefix("quiet ") })
    #expect(lines[harmless + 2].hasPrefix("             Harmless: "))
  }

  @Test func `Columns are aligned and the worst comes first`() throws {
    let lines = lines
    let heading = try #require(lines.firstIndex { $0.hasPrefix("EXPECTED") })
    let column = try #require(lines[heading].firstRange(of: "TENANT")?.lowerBound)
    let offset = lines[heading].distance(from: lines[heading].startIndex, to: column)
    let end = try #require(lines.firstIndex { $0.isEmpty })
    let entries = lines[heading + 1..<end].filter { $0.first != " " }
    #expect(entries.allSatisfy { $0.dropFirst(offset - 1).first == " " && $0.dropFirst(offset).first != " " })
    let words = entries.map { $0.prefix { $0 != " " } }
    #expect(words == words.filter { $0 == "high" } + words.filter { $0 == "medium" } + words.filter { $0 == "low" })
    #expect(lines.allSatisfy { $0.count <= 130 })
  }

  @Test func `Every story is listed under one of the two headings`() {
    let signals = stories.filter { !$0.expectation.isNearMiss }.count
    #expect(lines.contains("Should be found: \(signals)"))
    #expect(lines.contains("Only looks like trouble: \(stories.count - signals)"))
  }

  @Test func `Where nothing is planted it says so`() {
    #expect(StoryListing([]).text == "Nothing is planted: the tenants have too few sign-ins.\n")
  }
}
