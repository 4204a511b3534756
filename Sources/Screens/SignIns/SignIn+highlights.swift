import ViewModels

extension SignIn {
  /// Which characters of a column's text a filter has found.
  func highlights(of filter: Filter, in column: SignInColumn) -> [Range<Int>] {
    switch column {
    case .user: userText.map { filter.highlights(in: $0.text, of: $0.kind) } ?? []
    case .address: ip.map { filter.highlights(in: $0, of: .address) } ?? []
    case .principalName: userPrincipalName.map { filter.highlights(in: $0, of: .principalName) } ?? []
    case .place: placeHighlights(of: filter)
    case .time, .risk: []
    }
  }

  private func placeHighlights(of filter: Filter) -> [Range<Int>] {
    let country = country ?? ""
    let offset = country.isEmpty ? 0 : country.count + 1
    let ofCity = filter.highlights(in: city ?? "", of: .city).map { $0.lowerBound + offset..<$0.upperBound + offset }
    return filter.highlights(in: country, of: .country) + ofCity
  }
}
