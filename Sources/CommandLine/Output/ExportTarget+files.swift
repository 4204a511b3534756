import Reports
import ViewModels

extension ExportTarget {
  /// Files in a folder, each named after its tenant and the time.
  public static func files(in folder: String) -> ExportTarget {
    ExportTarget { name, format throws(ExportFailure) in
      let writing = try await ExportWriting(name, format, in: folder)
      return ExportSink(
        write: { signIns throws(ExportFailure) in try await writing.write(signIns) },
        finish: { extent throws(ExportFailure) in try await writing.finish(extent) },
        discard: { await writing.discard() })
    }
  }
}

/// Turns sign-ins into the bytes of a file, one batch after the other.
private actor ExportWriting {
  private let file: ExportFile
  private var writer: ReportWriter<SignInRecord>

  init(_ name: ExportName, _ format: ExportFormat, in folder: String) async throws(ExportFailure) {
    file = try ExportFile(in: folder, stem: name.fileStem, suffix: format.fileSuffix)
    writer = ReportWriter(
      format.reportFormat, columns: ReportColumns(SignInRecord.columns(hasTenant: name.subject == nil)))
  }

  func write(_ signIns: [ExportedSignIn]) throws(ExportFailure) {
    writer.append(signIns.map { SignInRecord($0.signIn, in: RecordOrigin($0.tenant)) })
    try flush()
  }

  func finish(_ extent: ExportExtent) throws(ExportFailure) -> String {
    writer.end()
    try flush()
    return try file.finishInFolder(extent)
  }

  func discard() {
    file.discard()
  }

  private func flush() throws(ExportFailure) {
    try file.write(writer.bytes)
    writer.clear()
  }
}
