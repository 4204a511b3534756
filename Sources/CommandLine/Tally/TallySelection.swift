import Elements
import Reports
import SignInAnalysis
import ViewModels

/// By what sign-ins are counted, and how much of it is written.
public struct TallySelection: Sendable {
  /// One or two.
  public let fields: [TallyField]
  let order: TallyOrder
  /// The most to write; nil for all.
  let limit: Int?

  public init(by fields: [TallyField], order: TallyOrder, limit: Int?) {
    self.fields = fields
    self.order = order
    self.limit = limit
  }
}

extension SignInSweep {
  /// Counts all wanted sign-ins, and writes the counts.
  public mutating func writeTally(
    _ selection: TallySelection, into sink: inout ReportSink<TallyRecord>
  ) async throws(Ending) {
    guard let field = selection.fields.first else { return }
    var book = TallyBook(by: field, and: selection.fields.dropFirst().first)
    try await read { signIns, tenant in book.count(signIns, of: TenantNumber(tenant)) }
    let tally = book.tally(selection.order)
    let names = tenants.map { $0.tenantName ?? $0.reference.tenantID }
    let rows = (0..<min(tally.count, selection.limit ?? .max)).compactMap { tally[$0] }
    try sink.write(rows.map { TallyRecord($0, by: selection.fields) { names[Int($0)] } })
  }
}
