import Elements
import Logging
import SafeText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes each event as one line without control characters: `2026-11-21T17:03:12Z info  GET /… 200`.
struct FileLogHandler: LogHandler {
  let file: LogFile
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  init(_ file: LogFile) {
    self.file = file
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let facts = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    let text = ([event.message.description] + facts.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
    let moment = Timestamp.now?.iso8601 ?? ""
    file.write(line: sanitized("\(moment) \(event.level) \(text)"))
  }
}

extension Logger {
  /// What the settings ask for; nil unless they name a file.
  static func ofSettings(_ settings: SettingsInForce) throws(SettingsError) -> Logger? {
    guard let path = settings.text(.logFile) else { return nil }
    let handler = FileLogHandler(try LogFile(path: path))
    return Logger(label: "risktop") { _ in handler }
  }
}
