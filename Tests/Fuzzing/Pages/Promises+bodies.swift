import Elements
import ElementsHTTP

extension Promises {
  private static let asked = PageRequest(index: 3)
  private static let tenant = TenantReference(customerID: "customer", tenantID: "tenant")

  /// Reads the same body as every answer that there is.
  mutating func checkBodies(_ body: [UInt8]) {
    let rows = BodyShape.rows(of: body)
    if let page = try? Page<SignIn>(body: body, asked: Self.asked, of: Self.tenant) {
      checkPage(page, rows: rows, body: body)
      for signIn in page.items { checkSignIn(signIn) }
      checkPlainSpelling(of: page.items)
    }
    if let page = try? Page<Customer>(body: body, asked: Self.asked) {
      checkPage(page, rows: rows, body: body)
      check(page.items.flatMap(\.tenants).allSatisfy { !$0.id.isEmpty }, "every tenant has an id")
    }
    if let counts = try? ActionCounts(body: body, of: Self.tenant) {
      check((counts.risky ?? 0) >= 0 && (counts.normal ?? 0) >= 0, "no count of actions is negative")
    }
    let refusal = ElementsError.Refusal(body: body, status: 400)
    check((refusal.message?.count ?? 0) <= 500, "a refusal's message is no longer than 500 characters")
  }

  private mutating func checkPage<Row: Identifiable>(_ page: Page<Row>, rows: Int?, body: [UInt8])
  where Row.ID == String {
    let count = page.items.count + page.unreadable.count
    if let rows { check(rows == count, "of \(rows) rows each is read or named, not \(count)") }
    check(page.index >= 1 && page.size >= 1 && page.totalCount ?? 0 >= 0, "index, size and total are those of a list")
    check(page.items.allSatisfy { !$0.id.isEmpty }, "every row has an id")
    let numbers = page.unreadable.map(\.row)
    check(numbers == Set(numbers).sorted(), "unreadable rows are named in their order, each once")
    check(numbers.allSatisfy { (1...count).contains($0) }, "unreadable rows are rows of the page")
    check(page.unreadable.allSatisfy { $0.found.count <= 62 }, "what was found is shown in few characters")
  }

  private mutating func checkSignIn(_ signIn: SignIn) {
    if let place = signIn.location {
      check(abs(place.latitude) <= 90 && abs(place.longitude) <= 180, "a place is one on earth")
    }
    if let time = signIn.loginTime { check(Timestamp.range.contains(time.ticks), "a time is in the calendar") }
  }

  /// What was understood of whatever spelling is understood again when it is spelled plainly, in both dialects.
  private mutating func checkPlainSpelling(of signIns: [SignIn]) {
    for dialect in [PlainPage.Dialect.iso, .ticks] {
      guard let body = PlainPage(signIns, in: dialect).json else { continue }
      let page = try? Page<SignIn>(body: body, asked: Self.asked, of: Self.tenant)
      check(page?.items == signIns, "sign-ins in plain \(dialect) are read as they were")
    }
  }
}
