import Elements
import ElementsHTTP

extension Promises {
  private static let asked = PageRequest(index: 3)
  private static let tenant = TenantReference(customerID: "customer", tenantID: "tenant")

  /// Reads the same body as every answer that there is.
  mutating func checkBodies(_ body: [UInt8]) {
    checkAgainstOracle(body)
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

  /// What is read of the bytes is what Foundation's decoder finds in them.
  private mutating func checkAgainstOracle(_ body: [UInt8]) {
    checkSame(Oracle.page(body, asked: Self.asked, of: SignIn.self), "a page of sign-ins") {
      () throws(ElementsError) in try Page<SignIn>(body: body, asked: Self.asked, of: Self.tenant)
    }
    checkSame(Oracle.page(body, asked: Self.asked, of: Customer.self), "a page of customers") {
      () throws(ElementsError) in try Page<Customer>(body: body, asked: Self.asked)
    }
    checkSame(Oracle.actionCounts(body), "counts of actions") {
      () throws(ElementsError) in try ActionCounts(body: body, of: Self.tenant)
    }
    if let wanted = Oracle.refusal(body) {
      let refusal = ElementsError.Refusal(body: body, status: 400)
      check(refusal.message == wanted.message && refusal.requestID == wanted.requestID, "a refusal says the same")
    }
  }

  private mutating func checkSame<Value: Equatable>(
    _ wanted: Result<Value, OracleProblem>?, _ name: String, _ read: () throws(ElementsError) -> Value
  ) {
    guard let wanted else { return }
    let found = Result { () throws(ElementsError) in try read() }
    switch (wanted, found) {
    case (.success(let wanted), .success(let value)): check(wanted == value, "\(name) is \(wanted) and not \(value)")
    case (.failure(let wanted), .failure(let error)):
      guard case .unexpectedAnswer(_, let at, let found, _) = error.reason else { return }
      check(at == wanted.at, "\(name) is wrong at \(wanted.at) and not at \(at)")
      // What is no JSON is shown as it is.
      if at != "the top level" || wanted.found != "not JSON" {
        check(found == wanted.found.excerpt, "\(name) holds \(wanted.found) and not \(found)")
      }
    case (.success, .failure(let error)): check(false, "\(name) can be read: \(error)")
    case (.failure(let problem), .success): check(false, "\(name) can't be read: \(problem)")
    }
  }
}
