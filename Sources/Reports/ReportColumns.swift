/// Which columns a report has, in which order.
public struct ReportColumns<Record: ReportRecord>: Sendable {
  let table: [TableColumn<Record>]
  /// Of the other formats, as places among the record's names; nil for all of them.
  let fields: [Int]?

  /// Those of a table; in the other formats every field but some.
  /// - Parameter missing: names of fields.
  public init(_ columns: [TableColumn<Record>], without missing: Set<String> = []) {
    table = columns
    fields = missing.isEmpty ? nil : Record.names.indices.filter { !missing.contains(Record.names[$0]) }
  }

  /// - Parameters:
  ///   - names: of the table's columns or of the record's fields, in any case. Both mean something in every format.
  ///   - columns: that the table may have.
  public init(named names: [String], of columns: [TableColumn<Record>]) throws(UnknownColumn) {
    var table: [TableColumn<Record>] = []
    var fields: [Int] = []
    for name in names {
      let wanted = name.lowercased()
      let field = Record.names.firstIndex { $0.lowercased() == wanted }
      if let column = columns.first(where: { $0.name == wanted }) {
        table.append(column)
        fields += column.fields.compactMap { Record.names.firstIndex(of: $0) }
      } else if let field {
        table.append(TableColumn(field: field))
        fields.append(field)
      } else {
        throw UnknownColumn(name: name, columns: columns.map(\.name), fields: Record.names)
      }
    }
    self.table = table
    self.fields = fields.enumerated().filter { !fields[..<$0.offset].contains($0.element) }.map(\.element)
  }
}

/// A report has no column of that name.
public struct UnknownColumn: Error, Hashable {
  /// As it was written.
  public let name: String
  /// What it may be: a column of the table, or a field of the record.
  public let columns: [String]
  public let fields: [String]
}

extension TableColumn where Record: ReportRecord {
  /// A field as it stands in the other formats.
  fileprivate init(field: Int) {
    let name = Record.names[field]
    self.init(name.uppercased(), fields: [name], least: max(8, name.utf8.count), ideal: 36) { record in
      var writer = FieldWriter(.plain, names: Record.names, order: [field])
      record.write(to: &writer)
      writer.end()
      return String(decoding: writer.output.bytes, as: UTF8.self)
    }
  }
}
