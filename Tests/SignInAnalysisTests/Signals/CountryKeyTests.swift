import SignInAnalysis
import Testing

struct CountryKeyTests {
  @Test(arguments: [
    ("NL", "NL"), ("nl", "NL"), ("Netherlands", "NL"), ("NETHERLANDS", "NL"), ("Holland", "NL"),
    ("United States", "US"), ("Åland Islands", "AX"), ("XX", "XX"), ("Narnia", "narnia"), ("Guinea", "GN"),
    (" NL ", "NL"), ("UK", "GB"), ("United Kingdom", "GB"), ("GB", "GB"), ("Côte d'Ivoire", "CI"),
  ])
  func `A country is its code, however it is written`(text: String, key: String) {
    #expect(CountryKey(text)?.text == key)
  }

  @Test(arguments: [nil, "", "  ", "\u{200B}"] as [String?])
  func `No text is no country`(text: String?) {
    #expect(CountryKey(text) == nil)
  }
}
