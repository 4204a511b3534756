import TerminalUI
import ViewModels

extension SignIn {
  /// The first of the user's names that there is, and which it is.
  var userText: (text: String, kind: FilteredText)? {
    let names: [(String?, FilteredText)] = [
      (userDisplayName, .displayName), (userPrincipalName, .principalName), (userID, .userID),
    ]
    return names.lazy.compactMap { name, kind in name.map { ($0, kind) } }.first { !$0.0.isEmpty }
  }

  /// Which characters of a column's text a filter has found.
  func highlights(of filter: Filter, inColumn index: Int) -> [Range<Int>] {
    switch index {
    case SignInColumns.user: userText.map { filter.highlights(in: $0.text, of: $0.kind) } ?? []
    case SignInColumns.address: ip.map { filter.highlights(in: $0, of: .address) } ?? []
    case SignInColumns.principal: userPrincipalName.map { filter.highlights(in: $0, of: .principalName) } ?? []
    case SignInColumns.place: placeHighlights(of: filter)
    default: []
    }
  }

  private func placeHighlights(of filter: Filter) -> [Range<Int>] {
    let country = country ?? ""
    let offset = country.isEmpty ? 0 : country.count + 1
    let ofCity = filter.highlights(in: city ?? "", of: .city).map { $0.lowerBound + offset..<$0.upperBound + offset }
    return filter.highlights(in: country, of: .country) + ofCity
  }

  /// Country and city, or coordinates where neither is known; nil where there is no place at all.
  var placeText: String? {
    let names = [country, city].compactMap { $0 }.filter { !$0.isEmpty }
    return names.isEmpty ? coordinates : names.joined(separator: " ")
  }

  /// Degrees as decimal numbers, latitude first.
  var coordinates: String? {
    location.map { "\($0.latitude.decimals(4)), \($0.longitude.decimals(4))" }
  }

  /// The verdict as a word, which says the same as the mark and the colour.
  var riskWord: StyledText {
    switch isRisk {
    case true?: StyledText("risky", .risk)
    case false?: StyledText("normal", .quiet)
    case nil: StyledText("unknown", .quiet)
    }
  }
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
