import Foundation
import Testing

@Suite struct LayerTests {
  private let tree = SourceTree(root: URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL)

  @Test("every import in the sources is one that the table of layers allows")
  func importsFollowTheTable() throws {
    let files = try tree.files()
    #expect(!files.isEmpty)
    for file in files {
      let source = try String(contentsOf: file.url, encoding: .utf8)
      for violation in LayerRules.project.violations(in: source, file: file.path, target: file.target) {
        Issue.record(Comment(rawValue: violation))
      }
    }
  }

  @Test("every folder of sources is a target of the table of layers")
  func everyTargetIsKnown() throws {
    let unknown = try tree.targets().filter { LayerRules.project.modules[$0] == nil }
    #expect(unknown.isEmpty)
  }
}

/// The project's sources on disk.
private struct SourceTree {
  let root: URL

  struct File {
    let url: URL
    /// From the root of the project.
    let path: String
    let target: String
  }

  /// What stands in `Sources`; a loose file there counts too, since it belongs to no target.
  func targets() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  func files() throws -> [File] {
    try targets().flatMap { try files(under: "Sources/\($0)", target: $0) } + files(under: "assets", target: "Assets")
  }

  private func files(under folder: String, target: String) throws -> [File] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(".swift") }.sorted()
      .map { File(url: root.appending(path: "\(folder)/\($0)"), path: "\(folder)/\($0)", target: target) }
  }
}
