import Elements

extension SignInRecord {
  /// As an event of the class Authentication (3002) of the Open Cybersecurity Schema Framework. One without a time or a
  /// user lacks what the schema requires: nothing is made up.
  func writeOCSF(to event: inout ObjectWriter) {
    let isRisky = signIn.isRisk == true
    event.number("class_uid", 3002)
    event.number("category_uid", 3)
    event.number("activity_id", 1)
    event.number("type_uid", 300_201)
    event.number("severity_id", isRisky ? 3 : 1)
    // The API does not say whether a sign-in succeeded.
    event.number("status_id", 0)
    event.number("time", signIn.loginTime?.unixMilliseconds)
    if isRisky { event.flag("is_alert", true) }
    event.object("metadata", writeOCSFMetadata)
    event.object("service") { $0.text("name", "Microsoft 365") }
    event.object("user", writeOCSFUser)
    event.object("src_endpoint", writeOCSFSource)
    event.object("unmapped", writeOCSFRest)
  }

  /// A signal as an event of the class Detection Finding (2004); its severity is 2 for low, 3 for medium, 4 for high.
  func writeOCSF(_ finding: ReportedSignal, to event: inout ObjectWriter) {
    event.number("class_uid", 2004)
    event.number("category_uid", 2)
    event.number("activity_id", 1)
    event.number("type_uid", 200_401)
    event.number("severity_id", Int64(finding.severity.rawValue) + 2)
    event.number("time", signIn.loginTime?.unixMilliseconds)
    event.object("metadata") { metadata in
      writeOCSFProduct(to: &metadata)
      metadata.text("tenant_uid", origin.tenant.tenantID)
    }
    event.object("finding_info") { info in
      info.text("uid", "\(finding.name):\(signIn.id)")
      info.text("title", finding.name)
      info.text("desc", finding.evidence)
    }
    event.objects("evidences") { evidence in
      evidence.object("src_endpoint", writeOCSFSource)
      evidence.object("user", writeOCSFUser)
    }
    event.object("unmapped", writeOCSFRest)
  }

  private func writeOCSFUser(to user: inout ObjectWriter) {
    user.text("uid", signIn.userID)
    user.text("name", signIn.userPrincipalName)
    user.text("email_addr", signIn.userDomain == nil ? nil : signIn.userPrincipalName)
    user.text("full_name", signIn.userDisplayName)
  }

  private func writeOCSFRest(to object: inout ObjectWriter) {
    object.text("customer_id", origin.tenant.customerID)
    object.text("customer", origin.customerName)
    object.text("tenant", origin.tenantName)
    if signIn.plainAddress == nil { object.text("ip", signIn.ip) }
    if signIn.countryCode == nil { object.text("country", signIn.country) }
  }

  private func writeOCSFProduct(to metadata: inout ObjectWriter) {
    metadata.text("version", "1.8.0")
    metadata.object("product") { product in
      product.text("name", "risktop")
      product.text("vendor_name", "risktop")
    }
  }

  private func writeOCSFMetadata(to metadata: inout ObjectWriter) {
    writeOCSFProduct(to: &metadata)
    // Of this profile is `is_alert`.
    if signIn.isRisk == true { metadata.texts("profiles", ["security_control"]) }
    metadata.text("uid", signIn.id)
    metadata.text("tenant_uid", origin.tenant.tenantID)
  }

  private func writeOCSFSource(to source: inout ObjectWriter) {
    source.text("ip", signIn.plainAddress)
    // Coordinates alone are no location.
    guard signIn.countryCode != nil || signIn.city?.isEmpty == false else { return }
    source.object("location") { location in
      location.text("city", signIn.city)
      location.text("country", signIn.countryCode)
      location.degrees("lat", signIn.location?.latitude)
      location.degrees("long", signIn.location?.longitude)
    }
  }
}

extension Timestamp {
  /// Since 1970-01-01T00:00:00Z, rounded down.
  fileprivate var unixMilliseconds: Int64 {
    unixSeconds * 1_000 + subsecondTicks / (Timestamp.ticksPerSecond / 1_000)
  }
}
