import Foundation
import Testing

@testable import Settings

@Suite(.timeLimit(.minutes(10))) struct FilterFileTests {
  private func withFile(_ use: (FilterFile) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rt-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: folder) }
    try await use(try #require(FilterFile(EnvironmentVariables { $0 == "XDG_STATE_HOME" ? folder.path : nil })))
  }

  @Test func `What is written is read, by its owner alone`() async throws {
    try await withFile { file in
      #expect(file.read().entries == [] && file.read().problem == nil)
      let entries: [FilterFile.Entry] = [
        .typed(kind: "sign-ins", filter: "user:\"Zoë Ø\""),
        .named(kind: "tenants", name: "gold one", filter: "group:gold"),
      ]
      try file.change { _ in entries }
      #expect(file.read().entries == entries)
      for path in [file.path, file.path + ".lock"] {
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
      }
    }
  }

  @Test func `Many who change it at a time lose nothing`() async throws {
    try await withFile { file in
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<30 {
          group.addTask {
            let entry = FilterFile.Entry.named(kind: "sign-ins", name: "n\(number)", filter: "x")
            // Who waits too long is told so, and tries again.
            while (try? file.change { $0 + [entry] }) == nil { await Task.yield() }
          }
        }
      }
      #expect(Set(file.read().entries).count == 30)
    }
  }

  @Test func `Damaged lines are told and stay, and the others are read`() async throws {
    try await withFile { file in
      try file.change { _ in [.typed(kind: "sign-ins", filter: "a")] }
      let good = try Data(contentsOf: URL(fileURLWithPath: file.path))
      let damaged = Data("typed\tsign-ins\n".utf8) + Data([0xFF, 0x09, 0x0A]) + Data("later\t1\t2\t3\t4\n".utf8)
      try (damaged + good).write(to: URL(fileURLWithPath: file.path))
      #expect(file.read().entries == [.typed(kind: "sign-ins", filter: "a")])
      #expect(file.read().problem == "\(file.path) has lines that can't be read, which stay as they are")
      try file.change { $0 + [.typed(kind: "sign-ins", filter: "b")] }
      let now = try Data(contentsOf: URL(fileURLWithPath: file.path))
      #expect(file.read().entries.count == 2 && now.suffix(damaged.count) == damaged)
    }
  }

  @Test func `A file that can't be read at all is not written over`() async throws {
    try await withFile { file in
      try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: true)
      #expect(file.read().problem?.contains("it is not a regular file") == true)
      #expect(throws: SettingsError.self) { try file.change { $0 } }
    }
  }

  @Test func `Who holds the lock is waited for, but not for ever`() async throws {
    try await withFile { file in
      try file.change { $0 }
      let lock = try LockFile(path: file.path + ".lock")
      #expect(throws: SettingsError("\(file.path).lock can't be locked: another risktop holds it")) {
        try file.change { $0 }
      }
      lock.unlock()
      try file.change { $0 }
    }
  }
}
