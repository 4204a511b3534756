import SafeText
import Synchronization
import Testing

@testable import CommandLine

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

  @Test func `A console that is muted takes its progress away and says nothing more`() {
    let record = Record()
    var isMuted = false
    let console = Console(columns: 21, repertoire: .unicode, isMuted: { isMuted }) { record.text += $0 }
    console.show(progress: "1 of 3")
    isMuted = true
    record.text = ""
    console.show(progress: "2 of 3")
    console.warn("nobody hears this")
    #expect(record.text == "\r\(String(repeating: " ", count: 20))\r" && console.hasShortfall)
  }

  @Test func `Without a terminal no progress is shown`() {
    let record = Record()
    record.console(columns: nil).show(progress: "1 of 3")
    #expect(record.text == "")
  }

  @Test func `A warning is one line and inert, a complaint as many as it has`() {
    let record = Record()
    let console = record.console(columns: nil)
    console.warn("one\nrisktop: \u{1B}[2Jtwo\u{202E}")
    #expect(record.text == "risktop: one\u{FFFD}risktop: \u{FFFD}[2Jtwo\u{FFFD}\n")
    #expect(console.hasShortfall)
    record.text = ""
    console.say(Complaint(status: .usage, text: "one\ntwo\u{1B}"))
    #expect(record.text == "risktop: one\nrisktop: two\u{FFFD}\n")
  }
}
