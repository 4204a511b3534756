import Foundation
import TerminalUI
import Testing

/// A frame that is kept in `Snapshots/`, so that any change of what a screen looks like is seen.
///
/// With `RISKTOP_RECORD=1` in the environment, all of them are written anew; the tests fail then, so that recording proves nothing.
@MainActor
func expectSnapshot(
  _ name: SnapshotName, of session: Session, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let frame = session.look()
  session.expectSoundFrame(frame, sourceLocation: sourceLocation)
  let file = SnapshotName.folder.appendingPathComponent(name.rawValue + ".txt")
  if ProcessInfo.processInfo.environment["RISKTOP_RECORD"] == "1" {
    try frame.snapshot.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name.rawValue); run again without RISKTOP_RECORD", sourceLocation: sourceLocation)
    return
  }
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("there is no \(name.rawValue).txt; RISKTOP_RECORD=1 writes it", sourceLocation: sourceLocation)
    return
  }
  guard kept != frame.snapshot else { return }
  let difference = lines(of: kept, andOf: frame.snapshot)
  Issue.record("\(name.rawValue) looks different (- kept, + now):\n\(difference)", sourceLocation: sourceLocation)
}

/// The lines in which two texts differ, each with its number.
func lines(of kept: String, andOf now: String) -> String {
  let left = kept.components(separatedBy: "\n")
  let right = now.components(separatedBy: "\n")
  return (0..<max(left.count, right.count)).flatMap { index -> [String] in
    let old = index < left.count ? left[index] : nil
    let new = index < right.count ? right[index] : nil
    guard old != new else { return [] }
    return [old.map { "\(index + 1)- \($0)" }, new.map { "\(index + 1)+ \($0)" }].compactMap { $0 }
  }.joined(separator: "\n")
}

extension SnapshotName {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
}

struct SnapshotTests {
  @Test("There is a file for each snapshot, and none that no test looks at")
  func files() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: SnapshotName.folder.path)
    let names = files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
    #expect(Set(names) == Set(SnapshotName.allCases.map(\.rawValue)))
  }

  @Test("A snapshot that differs is shown by its lines")
  func difference() {
    #expect(lines(of: "a\nb\nc", andOf: "a\nx\nc\nd") == "2- b\n2+ x\n4+ d")
    #expect(lines(of: "a", andOf: "a") == "")
  }
}
