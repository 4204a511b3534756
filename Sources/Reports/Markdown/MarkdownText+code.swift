import SafeText

extension MarkdownText {
  /// As a code span, in which nothing has a meaning: no link, name, emphasis, HTML, heading or picture can be in it,
  /// and no address in it becomes a link by itself (CommonMark 0.31, 6.1; GitHub Flavored Markdown 0.29, 6.9).
  ///
  /// A bar would end a table's cell there too: a broken bar `¦` stands in its place.
  static func code(_ foreign: String) -> String {
    let text = String(sanitized(foreign).map { $0 == "|" ? "¦" : $0 })
    guard text.contains(where: { $0 != " " }) else { return "` `" }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    // One space at each end is taken off again, so that a backtick can stand there.
    let needsRoom = ["`", " "].contains { text.hasPrefix($0) || text.hasSuffix($0) }
    return fence + (needsRoom ? " \(text) " : text) + fence
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var (longest, current) = (0, 0)
    for other in text {
      current = other == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
