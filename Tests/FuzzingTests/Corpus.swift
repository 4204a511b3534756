import Foundation
import FuzzTargets

/// The files in `Tests/Fuzzing/Corpus`, a folder for each target.
enum Corpus {
  struct Input {
    let name: String
    let bytes: [UInt8]
  }

  static func inputs(of target: FuzzTarget) throws -> [Input] {
    let folder = URL(filePath: #filePath).appending(path: "../../Fuzzing/Corpus/\(target.rawValue)").standardizedFileURL
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { Input(name: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0))) }
  }
}
