import Reports
import SignInAnalysis

/// Which addresses a report has, and in which order.
public struct AddressSelection: Sendable {
  /// Of `FilterList.addresses`; nil takes all.
  let filter: Filter?
  let order: AddressOrder
  /// The most to write; nil for all.
  let limit: Int?

  public init(filter: Filter?, order: AddressOrder, limit: Int?) {
    self.filter = filter
    self.order = order
    self.limit = limit
  }
}

extension SignInCollection {
  /// Writes the addresses of what was read.
  public func writeAddresses(
    _ selection: AddressSelection, into sink: inout ReportSink<AddressRecord>
  ) throws(Ending) {
    let snapshot = snapshot
    var tally = AddressTally()
    tally.recount(nil, in: snapshot, customers: customers)
    let table = AddressTable(tally, in: snapshot, order: selection.order, filter: selection.filter, texts: texts)
    try sink.write((0..<min(table.count, selection.limit ?? .max)).compactMap { table[$0].map { AddressRecord($0) } })
  }
}
