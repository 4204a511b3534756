import TerminalUI
import ViewModels

extension SignIn {
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
