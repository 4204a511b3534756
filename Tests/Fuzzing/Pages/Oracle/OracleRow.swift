import Elements

/// A row as `Codable` reads it.
protocol OracleRow: Sendable {
  init(_ row: OracleObject) throws(OracleProblem)
}

struct OracleOutcome<Row: OracleRow>: Decodable {
  let result: Result<Row, OracleProblem>

  init(from decoder: any Decoder) throws {
    guard let row = try? OracleObject(decoder) else {
      result = .failure(OracleProblem(found: try OracleScalar(from: decoder).shown))
      return
    }
    result = Result { () throws(OracleProblem) in try Row(row) }
  }
}

/// What could be read of some rows, and what could not.
struct OracleRows<Row: OracleRow> {
  var items: [Row] = []
  var unreadable: [UnreadableRow] = []

  init(_ outcomes: [OracleOutcome<Row>]) {
    for (place, outcome) in outcomes.enumerated() {
      switch outcome.result {
      case .success(let item): items.append(item)
      case .failure(let problem): unreadable.append(UnreadableRow(row: place + 1, found: problem.found.excerpt))
      }
    }
  }
}

extension SignIn: OracleRow {
  init(_ row: OracleObject) throws(OracleProblem) {
    let id = try row.usableID()
    let time = try row.timestamp("loginTime")
    var location: Location?
    if let latitude = row.number("lat"), let longitude = row.number("lon") {
      location = Location(latitude: latitude, longitude: longitude)
    }
    self.init(
      id: id, loginTime: time, userID: row.text("userId"), userDisplayName: row.text("userDisplayName"),
      userPrincipalName: row.text("userPrincipalName"), ip: row.text("ip"), location: location,
      country: row.text("country"), city: row.text("city"), isRisk: row.flag("isRisk"))
  }
}

extension Customer: OracleRow {
  init(_ row: OracleObject) throws(OracleProblem) {
    let id = try row.usableID()
    var tenants = OracleRows<Tenant>([])
    if let outcomes = row.elements("tenants", of: OracleOutcome<Tenant>.self) {
      tenants = OracleRows(outcomes)
    } else if let scalar = row.scalar("tenants") {
      tenants.unreadable = [UnreadableRow(row: 1, found: "tenants \(scalar.shown)".excerpt)]
    }
    self.init(
      id: id, organization: row.text("organization") ?? "", ownerEmail: row.text("ownerEmail"),
      jobStatus: row.code("jobStatus").map(JobStatus.init), countryOrRegion: row.text("countryOrRegion"),
      managementMode: row.code("managementMode").map(ManagementMode.init), tenants: tenants.items,
      unreadableTenants: tenants.unreadable)
  }
}

extension Tenant: OracleRow {
  init(_ row: OracleObject) throws(OracleProblem) {
    self.init(id: try row.usableID(), name: row.text("name") ?? "")
  }
}

extension OracleObject {
  fileprivate func usableID() throws(OracleProblem) -> String {
    guard let id = text("id") else { throw OracleProblem(found: "no id") }
    guard !id.withoutSpace.isEmpty, id != "\u{FFFD}" else { throw OracleProblem(found: "id \"\(id)\"") }
    return id
  }

  fileprivate func timestamp(_ name: String) throws(OracleProblem) -> Timestamp? {
    guard let scalar = scalar(name) else { return nil }
    var time: Timestamp?
    if case .integer(let ticks) = scalar { time = Timestamp(ticks: ticks) }
    if case .text(let text) = scalar {
      let text = String(text.withoutSpace)
      if text.isEmpty { return nil }
      time = Int64(text).map { Timestamp(ticks: $0) } ?? Timestamp(iso8601: text)
    }
    guard let time else { throw OracleProblem(found: "\(name) \(scalar.shown)") }
    return time
  }

  fileprivate func code(_ name: String) -> Int? {
    try? integer(name)?.map { Int($0) }.get()
  }
}
