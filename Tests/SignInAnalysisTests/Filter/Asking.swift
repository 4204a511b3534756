import Elements
import SignInAnalysis
import Testing

/// Reads a filter on Friday 2026-11-20 at 22:00:00.5 UTC, or on a clock that far east of it.
func filter(_ text: String, of list: FilterList = .signIns, secondsEast: Int64 = 0) throws -> Filter {
  let now = try #require(Timestamp(iso8601: "2026-11-20T22:00:00.5Z"))
  let zone = FilterZone(name: "\(secondsEast)") { _ in secondsEast }
  return try Filter(parsing: text, of: list, in: FilterContext(now: now, zone: zone))
}

/// Whether a sign-in fulfils a filter, having made sure that a stream and a table give the same answer. With a tenant
/// it is one of a list over many.
func holds(_ text: String, _ signIn: SignIn, of tenant: TenantTexts? = nil, secondsEast: Int64 = 0) throws -> Bool {
  let list: FilterList = tenant == nil ? .signIns : .signInsOfAllTenants
  var matcher = FilterMatcher(try filter(text, of: list, secondsEast: secondsEast), tenant: tenant)
  var table = SignInTable()
  let row = table.insert(signIn)
  let inTable = matcher.holds(row, in: table.snapshot())
  let inStream = matcher.holds(signIn)
  #expect(inStream == inTable)
  return inTable
}

/// What was wrong with a filter: the part of the text, and what to write.
func complaint(about text: String, of list: FilterList = .signIns) -> (part: String, message: String)? {
  do {
    _ = try filter(text, of: list)
    return nil
  } catch let error as FilterError {
    guard error.range.upperBound <= text.count else { return ("out of the text", error.message) }
    let part = text.dropFirst(error.range.lowerBound).prefix(error.range.count)
    return (String(part), error.message)
  } catch {
    return nil
  }
}
