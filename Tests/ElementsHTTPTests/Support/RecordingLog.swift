import Logging

/// Keeps each line of every level.
struct RecordingLog: LogHandler {
  struct Line: Sendable {
    let level: Logger.Level
    let text: String
    let facts: [String: String]
  }

  private let lines: Shared<[Line]>
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  init(_ lines: Shared<[Line]>) {
    self.lines = lines
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let facts = (event.metadata ?? [:]).mapValues { "\($0)" }
    let line = Line(level: event.level, text: event.message.description, facts: facts)
    lines.change { $0.append(line) }
  }
}
