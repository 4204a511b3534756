import SafeText
import Synchronization
import Testing

@testable import risktop

@Suite struct ConsoleTests {
  /// A console and what was written to it.
  private final class Record {
    var text = ""

    func console(columns: Int?) -> Console {
      Console(columns: columns, repertoire: .unicode) { self.text += $0 }
    }
  }

  @Test func `Progress is one line that leaves nothing behind`() {
    let record = Record()
    let console = record.console(columns: 21)
    console.show(progress: "1 of 3")
    console.show(progress: "a long way to go yet")
    console.note("said")
    console.hideProgress()
    #expect(
      record.text
        == "\rrisktop: 1 of 3     \rrisktop: a long way…\r\(String(repeating: " ", count: 20))\rrisktop: said\n")
  }

  @Test func `Without a terminal no progress is shown`() {
    let record = Record()
    record.console(columns: nil).show(progress: "1 of 3")
    #expect(record.text == "")
  }

  @Test func `Every line is named and inert`() {
    let record = Record()
    let console = record.console(columns: nil)
    console.warn("one\n\u{1B}[2Jtwo\u{202E}")
    #expect(record.text == "risktop: one\nrisktop: \u{FFFD}[2Jtwo\u{FFFD}\n")
    #expect(console.hasShortfall)
  }

  @Test(arguments: [
    ("contso", ["contoso"]), ("ltd", ["Contoso Ltd"]), ("xyz", []), ("ÇONTOSO", ["contoso", "Contoso Ltd"]),
    ("", []),
  ])
  func `The nearest names come first`(query: String, names: [String]) {
    let all = ["Fabrikam", "contoso", "Contoso Ltd", "contoso"]
    #expect(NearestNames.nearest(query, all) == names)
  }
}
