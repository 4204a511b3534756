import Assets

/// Who signs in from where, before the record is damaged in the ways that the API damages records.
struct Visit {
  /// The user's number within the tenant.
  var user: Int
  var address: String
  var city: City
}

/// What a record lacks, now and then.
enum Blemish {
  case none, noPlace, zeroPlace, emptyPlace, noAddress, redactedAddress, addressWithPort

  init(_ draw: Hash) {
    switch draw.below(1_000) {
    case 0..<20: self = .noPlace
    case 20..<30: self = .zeroPlace
    case 30..<35: self = .emptyPlace
    case 35..<42: self = .noAddress
    case 42..<52: self = .redactedAddress
    case 52..<57: self = .addressWithPort
    default: self = .none
    }
  }

  func address(_ address: String, draw: Hash) -> String? {
    let isVersion6 = address.contains(":")
    switch self {
    case .noAddress: return nil
    case .redactedAddress where !isVersion6:
      return address.split(separator: ".").dropLast().joined(separator: ".") + ".XXX"
    case .addressWithPort:
      let port = 1_024 + draw.below(60_000)
      return isVersion6 ? "[\(address)]:\(port)" : "\(address):\(port)"
    default: return address
    }
  }
}
