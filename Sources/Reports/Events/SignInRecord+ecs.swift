import Elements

extension SignInRecord {
  /// As an event of the Elastic Common Schema. One without a time has no `@timestamp`, which the schema requires: none
  /// is made up.
  /// - Parameter finding: a signal of which the event is an alert.
  func writeECS(to event: inout ObjectWriter, finding: ReportedSignal? = nil) {
    event.time("@timestamp", signIn.loginTime)
    event.object("ecs") { $0.text("version", "9.4.0") }
    event.object("event") { object in
      object.text("kind", finding == nil ? "event" : "alert")
      object.texts("category", ["authentication"])
      object.texts("type", ["info"])
      // The API does not say whether a sign-in succeeded.
      object.text("outcome", "unknown")
      object.text("dataset", "elements.signins")
      object.text("id", finding.map { "\($0.name):\(signIn.id)" } ?? signIn.id)
      object.text("reason", finding?.evidence)
      object.number("severity", finding.map { Int64($0.severity.rawValue) + 1 })
    }
    event.object("rule") { $0.text("name", finding?.name) }
    event.object("user", writeECSUser)
    event.object("source", writeECSSource)
    event.object("related") { $0.texts("ip", [signIn.plainAddress].compactMap(\.self)) }
    event.object("organization") { object in
      object.text("id", origin.tenant.tenantID)
      object.text("name", origin.tenantName)
    }
    event.object("labels") { object in
      object.text("customer_id", origin.tenant.customerID)
      object.text("customer", origin.customerName)
    }
    if signIn.isRisk == true { event.texts("tags", ["risky"]) }
  }

  private func writeECSUser(to user: inout ObjectWriter) {
    user.text("id", signIn.userID)
    user.text("email", signIn.userPrincipalName)
    user.text("domain", signIn.userDomain)
    user.text("full_name", signIn.userDisplayName)
  }

  private func writeECSSource(to source: inout ObjectWriter) {
    if let address = signIn.plainAddress { source.text("ip", address) } else { source.text("address", signIn.ip) }
    source.object("geo") { geo in
      geo.object("location") { location in
        location.degrees("lat", signIn.location?.latitude)
        location.degrees("lon", signIn.location?.longitude)
      }
      if let code = signIn.countryCode {
        geo.text("country_iso_code", code)
      } else {
        geo.text("country_name", signIn.country)
      }
      geo.text("city_name", signIn.city)
    }
  }
}
