import Elements
import Foundation
import Testing
import ViewModels

@testable import CommandLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct ExportFileTests {
  /// A folder of its own for each test, which is gone afterwards.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "risktop-export-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Hidden ones too.
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }

    func text(of name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

    func file(_ systemCall: @escaping ExportFile.Write = { write($0, $1, $2) }) throws -> ExportFile {
      try ExportFile(in: path, stem: "risktop-contoso", suffix: ".csv", systemCall: systemCall)
    }
  }

  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  // MARK: The file

  @Test func `A file appears under its name when it is done, for its owner alone`() throws {
    let folder = try Folder()
    let file = try folder.file()
    try file.write(bytes("one,"))
    #expect(try folder.names.allSatisfy { $0.hasPrefix(".") }, "not before")
    try file.write(bytes("two"))
    let name = try file.finish(.whole)
    let path = "\(folder.path)/\(name)"
    #expect(try folder.names == ["risktop-contoso.csv"] && name == "risktop-contoso.csv")
    #expect(try folder.text(of: "risktop-contoso.csv") == "one,two")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `A file that is there is never written over`() throws {
    let folder = try Folder()
    try "mine".write(toFile: "\(folder.path)/risktop-contoso.csv", atomically: false, encoding: .utf8)
    #expect(symlink("/nonexistent", "\(folder.path)/risktop-contoso-2.csv") == 0)
    let file = try folder.file()
    try file.write(bytes("new"))
    #expect(try file.finish(.whole) == "risktop-contoso-3.csv")
    #expect(try folder.text(of: "risktop-contoso.csv") == "mine" && folder.text(of: "risktop-contoso-3.csv") == "new")
    #expect(try folder.names.count == 3)
  }

  @Test func `A ticket goes to the folder of exports, by the same rules, and says where`() throws {
    let folder = try Folder()
    let time = try #require(Timestamp(iso8601: "2026-11-24T05:21:07Z"))
    let places = try ["one", "two"].map { try TicketFile.save($0, in: folder.path, now: time) }
    let names = ["risktop-ticket-20261124T052107Z-2.txt", "risktop-ticket-20261124T052107Z.txt"]
    #expect(try folder.names == names && places == names.reversed().map { "\($0) in \(folder.path)" })
    #expect(try folder.text(of: names[1]) == "one" && folder.text(of: names[0]) == "two")
    #expect(throws: ExportFailure.self) { try TicketFile.save("", in: folder.path + "/none", now: time) }
  }

  @Test func `Two that are written at a time do not mix`() throws {
    let folder = try Folder()
    let (one, other) = (try folder.file(), try folder.file())
    try one.write(bytes("one"))
    try other.write(bytes("other"))
    #expect(try other.finish(.whole) == "risktop-contoso.csv")
    #expect(try one.finish(.partial) == "risktop-contoso-partial.csv")
    #expect(try folder.text(of: "risktop-contoso.csv") == "other")
    #expect(try folder.text(of: "risktop-contoso-partial.csv") == "one")
  }

  @Test func `Of a file that is discarded, or let go of, nothing is left`() throws {
    let folder = try Folder()
    let discarded = try folder.file()
    try discarded.write(bytes("one"))
    discarded.discard()
    #expect(try folder.names == [])
    try folder.file().write(bytes("one"))
    #expect(try folder.names == [])
  }

  @Test func `A disk that is full is told, and nothing is left of the file`() throws {
    let folder = try Folder()
    var room = 5
    let file = try folder.file { descriptor, bytes, count in
      guard room > 0 else {
        errno = ENOSPC
        return -1
      }
      let written = write(descriptor, bytes, min(room, count))
      room -= written
      return written
    }
    try file.write(bytes("123"))
    let failure = #expect(throws: ExportFailure.self) { try file.write(bytes("456")) }
    #expect(failure?.sentence == "No space left on device (\(folder.path)/risktop-contoso.csv)")
    #expect(try folder.names == [])
  }

  @Test func `A folder that there is not, or that can't be written, is told`() throws {
    let folder = try Folder()
    let failure = #expect(throws: ExportFailure.self) {
      try ExportFile(in: "\(folder.path)/none", stem: "x", suffix: ".csv")
    }
    #expect(failure?.sentence == "No such file or directory (\(folder.path)/none/x.csv)")
    try "file".write(toFile: "\(folder.path)/file", atomically: false, encoding: .utf8)
    #expect(throws: ExportFailure.self) { try ExportFile(in: "\(folder.path)/file", stem: "x", suffix: ".csv") }
  }

  // MARK: Names

  @Test(arguments: [
    (String?.none, "all"), ("contoso", "contoso"), ("Contoso.Example", "contoso.example"),
    ("../../etc/passwd", "etc-passwd"),
    ("/etc/passwd", "etc-passwd"), ("a/b\\c", "a-b-c"), ("..", "tenant"), ("", "tenant"), ("\u{1B}[2J\n\0", "2j"),
    ("Åsa & Söhne", "asa-sohne"), ("周建国", "tenant"), ("a..b", "a-b"), ("-rf *", "rf"), (".hidden", "hidden"),
    ("snake_case", "snake_case"), ("\u{202E}gpj.exe", "gpj.exe"),
    (String(repeating: "a", count: 300), String(repeating: "a", count: 60)),
  ])
  func `A file's name holds nothing of a tenant's that could be more than a name`(subject: String?, safe: String) {
    let time = Timestamp(iso8601: "2026-11-24T10:15:30.5Z") ?? .earliest
    #expect(ExportName(subject: subject, time: time).fileStem == "risktop-\(safe)-20261124T101530Z")
  }

  // MARK: What is written

  @Test(arguments: ExportFormat.allCases)
  func `Batches become one file of their format`(format: ExportFormat) async throws {
    let folder = try Folder()
    let time = Timestamp(iso8601: "2026-11-24T10:15:30Z") ?? .earliest
    let sink = try await ExportTarget.files(in: folder.path).begin(ExportName(subject: "contoso", time: time), format)
    for number in 0..<3 { try await sink.write([.numbered(number)]) }
    let name = "risktop-contoso-20261124T101530Z\(format.fileSuffix)"
    #expect(try await sink.finish(.whole) == "\(name) in \(folder.path)")
    let text = try folder.text(of: name)
    let places = (0..<3).compactMap { text.range(of: "s\($0)@x.example")?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
    #expect(try folder.names.count == 1)
  }

  @Test func `An export of nothing is whole all the same`() async throws {
    let folder = try Folder()
    let sink = try await ExportTarget.files(in: folder.path).begin(ExportName(subject: nil, time: .earliest), .csv)
    _ = try await sink.finish(.whole)
    let text = try folder.text(of: "risktop-all-00010101T000000Z.csv")
    #expect(text.hasPrefix("id,loginTime,") && text.hasSuffix("\r\n"))
  }
}

extension ExportedSignIn {
  fileprivate static func numbered(_ number: Int) -> ExportedSignIn {
    let signIn = SignIn(
      id: "id\(number)", loginTime: nil, userID: nil, userDisplayName: "Bob", userPrincipalName: "s\(number)@x.example",
      ip: nil, location: nil, country: nil, city: nil, isRisk: nil)
    let tenant = TenantReference(customerID: "c", tenantID: "t")
    return ExportedSignIn(signIn: signIn, tenant: TenantIdentity(reference: tenant))
  }
}
