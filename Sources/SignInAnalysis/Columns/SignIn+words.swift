import Elements

extension SignIn {
  /// The first of the user's names that there is, and which it is. Foreign text.
  public var userText: (text: String, kind: FilteredText)? {
    if let name = userDisplayName?.ifNotEmpty { return (name, .displayName) }
    if let name = userPrincipalName?.ifNotEmpty { return (name, .principalName) }
    return userID?.ifNotEmpty.map { ($0, .userID) }
  }

  /// Country and city, or coordinates where neither is known; nil where there is no place at all. Foreign text.
  public var placeText: String? {
    switch (country?.ifNotEmpty, city?.ifNotEmpty) {
    case (let country?, let city?): "\(country) \(city)"
    case (let name?, nil), (nil, let name?): name
    case (nil, nil): coordinates
    }
  }

  /// Country by name and code, then the city: `Nigeria (NG), Lagos`; nil where neither is known. Foreign text.
  public var listedPlace: String? {
    let named = country?.ifNotEmpty.map { code in CountryCode.name(of: code).map { "\($0) (\(code))" } ?? code }
    let names = [named, city?.ifNotEmpty].compactMap { $0 }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Degrees to four decimals, latitude first.
  public var coordinates: String? {
    location.map { "\($0.latitude.decimals(4)), \($0.longitude.decimals(4))" }
  }

  /// The verdict as a word.
  public var riskWord: String {
    switch isRisk {
    case true?: "risky"
    case false?: "normal"
    case nil: "unknown"
    }
  }
}

extension String {
  /// Nil for an empty text.
  package var ifNotEmpty: String? { isEmpty ? nil : self }
}

extension Double {
  /// With a fixed number of decimals, for numbers of an ordinary size.
  fileprivate func decimals(_ count: Int) -> String {
    let scale = (0..<count).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((magnitude * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let sign = self < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(scaled / scale).\(String(repeating: "0", count: count - fraction.count))\(fraction)"
  }
}
