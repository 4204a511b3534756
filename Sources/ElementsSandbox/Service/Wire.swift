import Elements

/// The records of the API as JSON; names and order as in the vendor's examples.
struct Wire: Sendable {
  let dialect: Dialect

  func signIn(_ row: SyntheticSignIn) -> JSON {
    let signIn = row.signIn
    return .object([
      "id": .text(signIn.id),
      "loginTime": signIn.loginTime.map(loginTime) ?? .null,
      "userId": .text(orNull: signIn.userID),
      "userDisplayName": .text(orNull: signIn.userDisplayName),
      "userPrincipalName": .text(orNull: signIn.userPrincipalName),
      "ip": .text(orNull: signIn.ip),
      "lat": coordinate(signIn.location?.latitude, row),
      "lon": coordinate(signIn.location?.longitude, row),
      "country": .text(orNull: signIn.country),
      "city": .text(orNull: signIn.city),
      "isRisk": signIn.isRisk.map { .bool($0) } ?? .null,
    ])
  }

  func customer(_ customer: Customer) -> JSON {
    .object([
      "id": .text(customer.id),
      "organization": .text(customer.organization),
      "ownerEmail": .text(orNull: customer.ownerEmail),
      "jobStatus": customer.jobStatus.map { .integer(Int64($0.rawValue)) },
      "countryOrRegion": .text(orNull: customer.countryOrRegion),
      "managementMode": customer.managementMode.map { .integer(Int64($0.rawValue)) },
      "tenants": .list(customer.tenants.map { .object(["id": .text($0.id), "name": .text($0.name)]) }),
    ])
  }

  /// A count that was not asked for is left out; a dirty one is a text.
  func actionCounts(_ counts: ActionCounts, type: ActionType?, isDirty: Bool = false) -> JSON {
    .object([
      "riskyActionCount": type == .normal ? nil : counts.risky.map { count($0, isDirty: isDirty) },
      "normalActionCount": type == .risky ? nil : counts.normal.map { count($0, isDirty: isDirty) },
    ])
  }

  /// A page that is dirty counts in texts, under a name that a sister endpoint uses.
  func page(_ rows: [JSON], _ page: PageQuery, total: Int, isDirty: Bool = false) -> JSON {
    let counts = [page.index, page.size, total].map { count($0, isDirty: isDirty) }
    let metadata = JSON.object(["pageIndex": counts[0], "pageSize": counts[1], "totalCount": counts[2]])
    return .object(["data": .list(rows), (isDirty ? "metaData" : "metadata"): metadata])
  }

  private func count(_ count: Int, isDirty: Bool) -> JSON {
    isDirty ? .text(String(count)) : .integer(Int64(count))
  }

  private func loginTime(_ time: Timestamp) -> JSON {
    switch dialect {
    case .ticks: .integer(time.ticks)
    case .iso: .text(time.iso8601)
    }
  }

  private func coordinate(_ degrees: Double?, _ row: SyntheticSignIn) -> JSON {
    if let degrees { return .number(degrees) }
    return row.sendsZeroPlace ? .integer(0) : .null
  }
}
