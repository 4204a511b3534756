import Elements
import SignInAnalysis
import Testing

/// Reads a filter on Friday 2026-11-20 at 22:00:00.5 UTC, or on a clock that far east of it.
func filter(_ text: String, secondsEast: Int64 = 0) throws -> Filter {
  let now = try #require(Timestamp(iso8601: "2026-11-20T22:00:00.5Z"))
  return try Filter(parsing: text, in: FilterContext(now: now) { _ in secondsEast })
}

/// Whether a sign-in fulfils a filter, having made sure that a stream and a table give the same answer.
func holds(_ text: String, _ signIn: SignIn, secondsEast: Int64 = 0) throws -> Bool {
  var matcher = FilterMatcher(try filter(text, secondsEast: secondsEast))
  var table = SignInTable()
  let row = table.insert(signIn)
  let inTable = matcher.holds(row, in: table.snapshot())
  let inStream = matcher.holds(signIn)
  #expect(inStream == inTable)
  return inTable
}

/// What was wrong with a filter: the part of the text, and what was expected.
func complaint(about text: String) -> (part: String, expected: String)? {
  do {
    _ = try filter(text)
    return nil
  } catch let error as FilterError {
    guard error.range.upperBound <= text.count else { return ("out of the text", error.expected) }
    let part = text.dropFirst(error.range.lowerBound).prefix(error.range.count)
    return (String(part), error.expected)
  } catch {
    return nil
  }
}
