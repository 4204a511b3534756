import Screens
import Testing
import ViewModels

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The reference's table of keys is made of the commands themselves.
@Suite struct ReferenceKeysTests {
  private static let file: String =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/docs/REFERENCE.md"
  private static let start = "<!-- keys: made of the commands -->\n"
  private static let end = "<!-- end of keys -->\n"

  @Test("The reference shows the keys that the program has; RISKTOP_RECORD=1 writes them anew")
  func reference() throws {
    let text = try String(contentsOfFile: Self.file, encoding: .utf8)
    let start = try #require(text.range(of: Self.start)), end = try #require(text.range(of: Self.end))
    if ProcessInfo.processInfo.environment["RISKTOP_RECORD"] != nil {
      let written = text[..<start.upperBound] + Self.table + text[end.lowerBound...]
      try String(written).write(toFile: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start.upperBound..<end.lowerBound] == Self.table)
    }
  }

  private static var table: String {
    let rows = Command.all.map { command in
      let keys = Keymap.standard.keys(of: command.id).map { "`\($0.name)`" }.joined(separator: " ")
      // What has no key is found by the palette.
      let named = keys.isEmpty ? "`:`" : keys
      return "| \(named) | \(command.title) | \(command.scope.places) | `\(command.id.rawValue)` |\n"
    }
    return "| keys | do | where | name |\n|---|---|---|---|\n" + rows.joined()
  }
}
