import Elements
import SignInAnalysis

/// A signal of a sign-in as reports say it. Texts are foreign.
public struct ReportedSignal: Hashable, Sendable {
  /// The rule's.
  let name: String
  let severity: SignalSeverity
  /// Why it counts for nothing; nil where it counts.
  let quiet: String?
  /// In one line.
  let evidence: String

  init(name: String, severity: SignalSeverity, quiet: String?, evidence: String) {
    self.name = name
    self.severity = severity
    self.quiet = quiet
    self.evidence = evidence
  }

  public init(_ signal: Signal, in words: SignalWords) {
    name = signal.rule.rawValue
    severity = signal.severity
    quiet = signal.quiet?.words
    evidence = words.line(signal)
  }

  var isQuiet: Bool { quiet != nil }

  /// `high travel: NL → NG …`, or `quiet low travel: … (both addresses are usual for the user)`.
  var text: String {
    let reason = quiet.map { " (\($0))" } ?? ""
    return "\(isQuiet ? "quiet " : "")\(severity.name) \(name): \(evidence)\(reason)"
  }
}

/// A sign-in with its signals, worst first; in a schema of events either the sign-in or one finding about it.
public struct JudgedSignInRecord: ReportRecord {
  let record: SignInRecord
  let signals: [ReportedSignal]
  /// What is written in place of the sign-in.
  let finding: ReportedSignal?

  public init(_ record: SignInRecord, signals: [ReportedSignal]) {
    self.init(record, signals: signals, finding: nil)
  }

  private init(_ record: SignInRecord, signals: [ReportedSignal], finding: ReportedSignal?) {
    self.record = record
    self.signals = signals
    self.finding = finding
  }

  /// The records of a schema of events: the sign-in, and one for each signal that counts.
  public var events: [JudgedSignInRecord] {
    [self]
      + signals.filter { !$0.isQuiet }.map { JudgedSignInRecord(record, signals: signals, finding: $0) }
  }

  public static let names = SignInRecord.names + ["signals"]
  private static let signalNames = ["name", "severity", "quiet", "evidence"]

  public func write(to fields: inout FieldWriter) {
    record.write(to: &fields)
    fields.objects(
      Self.signalNames, signals.map { [$0.name, $0.severity.name, $0.quiet, $0.evidence] },
      text: signals.map(\.text).joined(separator: "; "))
  }

  public func write(_ schema: EventSchema, to event: inout ObjectWriter) {
    switch (schema, finding) {
    case (_, nil): record.write(schema, to: &event)
    case (.ecs, let finding?): record.writeECS(to: &event, finding: finding)
    case (.ocsf, let finding?): record.writeOCSF(finding, to: &event)
    }
  }

  /// - Parameter hasTenant: names customer and tenant, for sign-ins of more than one.
  public static func columns(hasTenant: Bool) -> [TableColumn<JudgedSignInRecord>] {
    let signal = TableColumn<JudgedSignInRecord>("SIGNAL", fields: ["signals"], least: 20, ideal: 60) { judged in
      judged.signals.first?.text ?? "-"
    }
    var columns = SignInRecord.columns(hasTenant: hasTenant).map { column in
      TableColumn<JudgedSignInRecord>(
        column.title, name: column.name, fields: column.fields, least: column.least, ideal: column.ideal,
        alignment: column.alignment
      ) { column.text($0.record) }
    }
    columns.insert(signal, at: min(4, columns.count))
    return columns
  }
}
