#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file of the filters that were typed or have a name, for its owner alone.
///
/// A line each, with tabs between: `typed`, the kind of list, the filter; or `named`, the kind, the name, the filter.
/// Several processes may change it at a time: each reads it anew under a lock before it writes. Lines that can't be
/// read are kept as they are.
public struct FilterFile: Sendable {
  public enum Entry: Hashable, Sendable {
    case typed(kind: String, filter: String)
    case named(kind: String, name: String, filter: String)
  }

  /// What the file holds, in its order.
  public struct Contents: Sendable {
    public internal(set) var entries: [Entry] = []
    /// Lines that can't be read.
    var damaged: [[UInt8]] = []
    /// A sentence; nil where all could be read.
    public internal(set) var problem: String?
  }

  public let path: String

  /// Nil where there is no home to keep it in.
  public init?(_ environment: EnvironmentVariables) {
    guard let folder = StateFolder.path(environment) else { return nil }
    path = folder + "/filters"
  }

  /// Nothing where there is no file.
  public func read() -> Contents {
    do throws(OpenedFile.Failure) {
      return Contents(try OpenedFile(path: path)?.bytes ?? [], path: path)
    } catch {
      var contents = Contents()
      contents.problem = "\(path) can't be read: \(error.cause)"
      return contents
    }
  }

  /// Changes what is in it now, whoever has written that.
  public func change(_ change: ([Entry]) -> [Entry]) throws(SettingsError) {
    try NewFile(path: path).makeFolders()
    let lock = try LockFile(path: path + ".lock")
    defer { lock.unlock() }
    var contents: Contents
    do throws(OpenedFile.Failure) {
      contents = Contents(try OpenedFile(path: path)?.bytes ?? [], path: path)
    } catch {
      // Of what can't be read nothing is known: it is not written over.
      throw SettingsError("\(path) can't be read: \(error.cause)")
    }
    contents.entries = change(contents.entries)
    try NewFile(path: path).replace(by: contents.bytes)
  }
}

extension FilterFile.Contents {
  init(_ bytes: [UInt8], path: String) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let entry = FilterFile.Entry(Array(line)) { entries.append(entry) } else { damaged.append(Array(line)) }
    }
    guard !damaged.isEmpty else { return }
    let lines = damaged.count == 1 ? "a line that can't be read, which stays" : "lines that can't be read, which stay"
    problem = "\(path) has \(lines) as \(damaged.count == 1 ? "it is" : "they are")"
  }

  var bytes: [UInt8] {
    (entries.compactMap(\.line) + damaged).flatMap { $0 + [UInt8(ascii: "\n")] }
  }
}

extension FilterFile.Entry {
  init?(_ line: [UInt8]) {
    guard let text = String(validating: line, as: UTF8.self) else { return nil }
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case ("typed", 3): self = .typed(kind: parts[1], filter: parts[2])
    case ("named", 4): self = .named(kind: parts[1], name: parts[2], filter: parts[3])
    default: return nil
    }
  }

  /// Nil for a text that a line can't hold.
  var line: [UInt8]? {
    let parts =
      switch self {
      case .typed(let kind, let filter): ["typed", kind, filter]
      case .named(let kind, let name, let filter): ["named", kind, name, filter]
      }
    guard !parts.contains(where: { $0.contains { $0 == "\t" || $0.isNewline } }) else { return nil }
    return Array(parts.joined(separator: "\t").utf8)
  }
}
