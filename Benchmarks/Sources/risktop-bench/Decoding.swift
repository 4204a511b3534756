import Elements
import ElementsHTTP

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Decodes a page of 100 sign-ins in both dialects.
func measureDecoding(_ sample: SampleTenant) throws {
  let signIns = sample.signIns(at: 0..<100)
  let asked = PageRequest(index: 1)
  let dialects: [(name: String, time: (Timestamp) -> SentRow.LoginTime)] = [
    ("ISO 8601", { .iso($0.iso8601) }), ("ticks", { .ticks($0.ticks) }),
  ]
  for dialect in dialects {
    let body = try SentPage(signIns, loginTime: dialect.time).json
    let decoding = try median(of: 200) { try Page<SignIn>(body: body, asked: asked, of: sample.reference) }
    ResultLine(
      what: "decode a page, \(dialect.name)", count: decoding.outcome.items.count,
      result: decoding.time.milliseconds, remark: "\(body.count.grouped) bytes"
    ).write()
  }
}

/// A page as a server sends it.
private struct SentPage: Encodable {
  let data: [SentRow]
  let metadata: [String: Int]

  init(_ signIns: [SignIn], loginTime: (Timestamp) -> SentRow.LoginTime) {
    data = signIns.map { SentRow($0, loginTime: $0.loginTime.map(loginTime)) }
    metadata = ["pageIndex": 1, "pageSize": signIns.count, "totalCount": signIns.count]
  }

  var json: [UInt8] {
    get throws { try [UInt8](JSONEncoder().encode(self)) }
  }
}

/// A sign-in as a server sends it.
private struct SentRow: Encodable {
  enum LoginTime: Encodable {
    case iso(String)
    case ticks(Int64)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .iso(let text): try container.encode(text)
      case .ticks(let number): try container.encode(number)
      }
    }
  }

  let id: String
  let loginTime: LoginTime?
  let userId: String?
  let userDisplayName: String?
  let userPrincipalName: String?
  let ip: String?
  let lat: Double?
  let lon: Double?
  let country: String?
  let city: String?
  let isRisk: Bool?

  init(_ signIn: SignIn, loginTime: LoginTime?) {
    id = signIn.id
    self.loginTime = loginTime
    userId = signIn.userID
    userDisplayName = signIn.userDisplayName
    userPrincipalName = signIn.userPrincipalName
    ip = signIn.ip
    lat = signIn.location?.latitude
    lon = signIn.location?.longitude
    country = signIn.country
    city = signIn.city
    isRisk = signIn.isRisk
  }
}
