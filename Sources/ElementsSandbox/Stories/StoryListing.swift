import Elements

/// What is planted where, as a table for people: signals first, then near misses with their reasons.
///
/// All texts are the sandbox's own; principal names and domains are ASCII.
public struct StoryListing: Sendable {
  private let stories: [PlantedStory]

  public init(_ stories: [PlantedStory]) {
    self.stories = stories
  }

  public var text: String {
    guard !stories.isEmpty else { return "Nothing is planted: the tenants have too few sign-ins.\n" }
    let signals = stories.filter { !$0.expectation.isNearMiss }
      .sorted { StoryListing.severity($0) > StoryListing.severity($1) }
    let sections = [
      section("Should be found", signals), section("Only looks like trouble", stories.filter(\.expectation.isNearMiss)),
    ]
    return sections.compactMap(\.self).joined(separator: "\n")
      + "\nMedium signals of two families about one user or address within 24 hours are high together.\n"
  }

  private func section(_ title: String, _ stories: [PlantedStory]) -> String? {
    guard !stories.isEmpty else { return nil }
    let heading = ["EXPECTED", "RULE", "TENANT", "USER", "LAST (UTC)", "ADDRESS"]
    let lines = [heading] + stories.map(StoryListing.cells)
    let widths = heading.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let table = lines.map { StoryListing.line($0, widths) }
    let indent = String(repeating: " ", count: widths[0] + 2)
    let entries = zip(table.dropFirst(), stories).map { line, story in
      let reason = story.expectation.reason.map { "\(indent)Harmless: \($0).\n" } ?? ""
      return "\(line)\n\(indent)\(story.title.prefix(1).uppercased())\(story.title.dropFirst()).\n\(reason)"
    }
    return "\(title): \(stories.count)\n\(table[0])\n" + entries.joined()
  }

  /// The last cell is not padded.
  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).enumerated().map { column, pair in
      let padding = column == cells.count - 1 ? 0 : pair.1 - pair.0.count
      return pair.0 + String(repeating: " ", count: padding)
    }
    .joined(separator: "  ")
  }

  private static func cells(_ story: PlantedStory) -> [String] {
    [
      story.expectation.word, story.rule.rawValue, String(story.tenant.name.prefix { $0 != "." }),
      counted(story.users.map { String($0.prefix { $0 != "@" }) }, "users"),
      story.signIns.last?.loginTime.map(minutes) ?? "-", counted(story.addresses, "addresses"),
    ]
  }

  /// A text alone, the newest where it says more than a number, or how many there are.
  private static func counted(_ texts: [String], _ noun: String) -> String {
    switch texts.count {
    case 0: "-"
    case 1: texts[0]
    case 2 where noun == "addresses": texts[1]
    default: "\(texts.count) \(noun)"
    }
  }

  private static func minutes(_ time: Timestamp) -> String {
    String(time.iso8601.prefix(16)).split(separator: "T").joined(separator: " ")
  }

  private static func severity(_ story: PlantedStory) -> Int {
    if case .signal(let severity) = story.expectation { severity.rawValue } else { -1 }
  }
}

extension StoryExpectation {
  fileprivate var word: String {
    switch self {
    case .signal(let severity): "\(severity)"
    case .atMost(let severity, _): "at most \(severity)"
    case .quiet: "quiet"
    case .silent: "nothing"
    }
  }
}
