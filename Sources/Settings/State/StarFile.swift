/// The file of the tenants that have a star: an id a line, for its owner alone.
public struct StarFile: Sendable {
  public let path: String

  /// Nil where there is no home to keep it in.
  public init?(_ environment: EnvironmentVariables) {
    guard let folder = StateFolder.path(environment) else { return nil }
    path = folder + "/stars"
  }

  /// Ids of tenants; none where the file can't be read.
  public func read() -> Set<String> {
    guard let file = try? OpenedFile(path: path), let text = String(validating: file.bytes, as: UTF8.self) else {
      return []
    }
    return Set(text.split(separator: "\n").map(String.init))
  }

  /// Writes all of them, or leaves the file as it was.
  public func write(_ ids: Set<String>) throws(SettingsError) {
    let lines = ids.filter { !$0.isEmpty && !$0.contains(where: \.isNewline) }.sorted().map { $0 + "\n" }
    try NewFile(path: path).replace(by: Array(lines.joined().utf8))
  }
}
