import Elements

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A page as the API's description spells it.
struct PlainPage: Encodable {
  enum Dialect {
    case iso
    case ticks
  }

  private let data: [PlainRow]
  private let metadata: [String: Int]

  init(_ signIns: [SignIn], in dialect: Dialect) {
    data = signIns.map { PlainRow(signIn: $0, dialect: dialect) }
    metadata = ["pageIndex": 1, "pageSize": 100, "totalCount": signIns.count]
  }

  /// Nil where there is a number that JSON has no spelling for.
  var json: [UInt8]? {
    (try? JSONEncoder().encode(self)).map([UInt8].init)
  }
}

private struct PlainRow: Encodable {
  let signIn: SignIn
  let dialect: PlainPage.Dialect

  private enum Key: String, CodingKey {
    case id, loginTime, userId, userDisplayName, userPrincipalName, ip, lat, lon, country, city, isRisk
  }

  func encode(to encoder: any Encoder) throws {
    var row = encoder.container(keyedBy: Key.self)
    switch dialect {
    case .iso: try row.encode(signIn.loginTime?.iso8601, forKey: .loginTime)
    case .ticks: try row.encode(signIn.loginTime?.ticks, forKey: .loginTime)
    }
    let texts: [(Key, String?)] = [
      (.id, signIn.id), (.userId, signIn.userID), (.userDisplayName, signIn.userDisplayName),
      (.userPrincipalName, signIn.userPrincipalName), (.ip, signIn.ip), (.country, signIn.country),
      (.city, signIn.city),
    ]
    for (key, text) in texts { try row.encode(text, forKey: key) }
    try row.encode(signIn.location?.latitude, forKey: .lat)
    try row.encode(signIn.location?.longitude, forKey: .lon)
    try row.encode(signIn.isRisk, forKey: .isRisk)
  }
}
