import SignInAnalysis
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("contso", ["contoso"]), ("ltd", ["Contoso Ltd"]), ("xyz", []), ("ÇONTOSO", ["contoso", "Contoso Ltd"]),
    ("", []),
  ])
  func `The nearest names come first`(written: String, names: [String]) {
    let all = ["Fabrikam", "contoso", "Contoso Ltd", "contoso"]
    #expect(NearestName.all(near: written, among: all) == names)
  }

  @Test func `A text of any length is answered, with a name that it holds nothing of left out`() {
    let long = String(repeating: "contoso", count: 10_000)
    #expect(NearestName.all(near: long, among: ["contoso"]) == [])
  }
}
