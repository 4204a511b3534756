import Elements
import Foundation
import Reports
import Testing

@Suite struct EventsTests {
  private func events(_ signIns: [SignIn], _ format: ReportFormat, in origin: RecordOrigin = .contoso) throws
    -> [[String: Any]]
  {
    let lines = report(signIns.map { SignInRecord($0, in: origin) }, format).split(separator: "\n")
    return try lines.map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private static let full = SignIn.sample(location: Location(latitude: 6.5244, longitude: 3.3792))
  private static let bare = SignIn(
    id: "s2", loginTime: nil, userID: nil, userDisplayName: nil, userPrincipalName: nil, ip: nil, location: nil,
    country: nil, city: nil, isRisk: nil)
  /// Names instead of codes, and texts that are no addresses.
  private static let odd = SignIn(
    id: "s3", loginTime: Timestamp(unixSeconds: 1_790_000_000), userID: "", userDisplayName: "\u{1B}[2J\"},{\u{202E}",
    userPrincipalName: "no address", ip: "203.0.113.XXX", location: Location(latitude: 1, longitude: 2),
    country: "Nigeria", city: "", isRisk: false)

  // MARK: As the schemas have it

  @Test(arguments: [("ecs-9.4.0", ReportFormat.ecs), ("ocsf-1.8.0", .ocsf)])
  func `Each field is one of the schema's, with its type and one of its values`(
    list: String, format: ReportFormat
  ) throws {
    let schema = try SchemaList(list)
    for signIn in [Self.full, Self.odd, .sample(isRisk: false)] {
      for origin in [RecordOrigin.contoso, .unnamed] {
        for event in try events([signIn], format, in: origin) { #expect(schema.violations(in: event) == []) }
      }
    }
  }

  @Test(arguments: [("ecs-9.4.0", ReportFormat.ecs, "@timestamp"), ("ocsf-1.8.0", .ocsf, "time")])
  func `What the server did not say is left out, even where the schema requires it`(
    list: String, format: ReportFormat, time: String
  ) throws {
    let event = try #require(try events([Self.bare], format, in: .unnamed).first)
    #expect(event[time] == nil && event["user"] == nil)
    #expect(try SchemaList(list).violations(in: event, without: [time]) == [])
    #expect(!report([SignInRecord(Self.bare, in: .unnamed)], format).contains("null"))
  }

  @Test func `The list finds what is wrong`() throws {
    let schema = try SchemaList("ocsf-1.8.0")
    var event = try #require(try events([Self.full], .ocsf).first)
    event["metadata"] = nil
    event["severity_id"] = 9
    event["user"] = ["nickname": "Bob"]
    let violations = schema.violations(in: event)
    #expect(violations.contains("metadata.version is missing") && violations.contains("is_alert: no security_control"))
    #expect(
      violations.contains { $0.hasPrefix("severity_id: 9") } && violations.contains("user.nickname is not in the list"))
  }

  // MARK: What is written

  @Test func `A sign-in is an event of the Elastic Common Schema`() {
    #expect(
      report([SignInRecord(Self.full, in: .contoso)], .ecs) == """
        {"@timestamp":"2026-03-04T13:19:58.25Z","ecs":{"version":"9.4.0"},"event":{"kind":"event",\
        "category":["authentication"],"type":["info"],"outcome":"unknown","dataset":"elements.signins","id":"s1"},\
        "user":{"id":"u1","email":"bob@contoso.example","domain":"contoso.example","full_name":"Bob Mark"},\
        "source":{"ip":"203.0.113.7","geo":{"location":{"lat":6.5244,"lon":3.3792},"country_iso_code":"NG",\
        "city_name":"Lagos"}},"related":{"ip":["203.0.113.7"]},"organization":{"id":"t1","name":"contoso.example"},\
        "labels":{"customer_id":"c1","customer":"Contoso Ltd"},"tags":["risky"]}

        """)
  }

  @Test func `A sign-in is an event of the class Authentication of OCSF`() {
    #expect(
      report([SignInRecord(Self.full, in: .contoso)], .ocsf) == """
        {"class_uid":3002,"category_uid":3,"activity_id":1,"type_uid":300201,"severity_id":3,"status_id":0,\
        "time":1772630398250,"is_alert":true,"metadata":{"version":"1.8.0","product":{"name":"risktop",\
        "vendor_name":"risktop"},"profiles":["security_control"],"uid":"s1","tenant_uid":"t1"},\
        "service":{"name":"Microsoft 365"},"user":{"uid":"u1","name":"bob@contoso.example",\
        "email_addr":"bob@contoso.example","full_name":"Bob Mark"},"src_endpoint":{"ip":"203.0.113.7",\
        "location":{"city":"Lagos","country":"NG","lat":6.5244,"long":3.3792}},\
        "unmapped":{"customer_id":"c1","customer":"Contoso Ltd","tenant":"contoso.example"}}

        """)
  }

  @Test func `Texts that are no code and no address stand where any text may`() throws {
    let ecs = try #require(try events([Self.odd], .ecs).first)
    let source = try #require(ecs["source"] as? [String: Any])
    #expect(source["ip"] == nil && source["address"] as? String == "203.0.113.XXX" && ecs["related"] == nil)
    #expect((source["geo"] as? [String: Any])?["country_name"] as? String == "Nigeria")
    let ocsf = try #require(try events([Self.odd], .ocsf).first)
    #expect(ocsf["src_endpoint"] == nil, "coordinates alone are no location")
    #expect((ocsf["unmapped"] as? [String: String])?["ip"] == "203.0.113.XXX")
    #expect((ocsf["unmapped"] as? [String: String])?["country"] == "Nigeria")
    #expect((ocsf["user"] as? [String: String])?["email_addr"] == nil)
  }

  @Test(arguments: [ReportFormat.ecs, .ocsf])
  func `A hostile text is escaped, and nothing of it is lost`(format: ReportFormat) throws {
    let line = report([SignInRecord(Self.odd, in: .contoso)], format)
    #expect(line.contains(#""\u001b[2J\"},{\u202e""#) && line.utf8.allSatisfy { $0 < 0x7F })
    let event = try #require(try events([Self.odd], format).first)
    #expect((event["user"] as? [String: String])?["full_name"] == Self.odd.userDisplayName)
  }

  @Test(arguments: [ReportFormat.ecs, .ocsf])
  func `What was written can leave before the next is known`(format: ReportFormat) {
    var writer = ReportWriter(format, columns: ReportColumns(SignInRecord.columns(hasTenant: true)))
    writer.append([SignInRecord(Self.full, in: .contoso)])
    let first = String(decoding: writer.bytes, as: UTF8.self)
    writer.clear()
    writer.append([SignInRecord(Self.odd, in: .contoso)])
    writer.end()
    let second = String(decoding: writer.bytes, as: UTF8.self)
    #expect(first + second == report([Self.full, Self.odd].map { SignInRecord($0, in: .contoso) }, format))
    #expect(report([SignInRecord](), format) == "")
  }
}
