import Screens
import Testing
import ViewModels

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// README's table of keys is made of the commands themselves.
@Suite struct ReadmeKeysTests {
  private static let readme: String =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/README.md"
  private static let start = "<!-- keys: made of the commands -->\n"
  private static let end = "<!-- end of keys -->\n"

  @Test("README shows the keys that the program has; RISKTOP_RECORD=1 writes them anew")
  func readme() throws {
    let text = try String(contentsOfFile: Self.readme, encoding: .utf8)
    let start = try #require(text.range(of: Self.start)), end = try #require(text.range(of: Self.end))
    if ProcessInfo.processInfo.environment["RISKTOP_RECORD"] != nil {
      let written = text[..<start.upperBound] + Self.table + text[end.lowerBound...]
      try String(written).write(toFile: Self.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start.upperBound..<end.lowerBound] == Self.table)
    }
  }

  private static var table: String {
    let rows = Command.all.map { command in
      let keys = Keymap.standard.keys(of: command.id).map { "`\($0.name)`" }.joined(separator: " ")
      return "| \(keys) | \(command.title) | \(places(of: command)) | `\(command.id.rawValue)` |\n"
    }
    return "| keys | do | where | name |\n|---|---|---|---|\n" + rows.joined()
  }

  private static func places(of command: Command) -> String {
    switch command.scope {
    case .everywhere: "everywhere"
    case .list: "lists and boxes"
    case .columns: "lists"
    case .filter, .sort, .riskyScope: "lists"
    case .tenants: "tenants"
    case .signIns, .details: "sign-ins"
    case .home: "a sign-in's details"
    case .tenant: "a tenant"
    case .choice: "menus"
    case .whereElse: "where else"
    case .addresses: "addresses"
    case .views: "sign-ins and views of them"
    case .narrowing: "views"
    case .picture: "hours, map"
    case .map: "map"
    }
  }
}
