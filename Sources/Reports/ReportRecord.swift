/// Something that is written as one object, one line or one row.
public protocol ReportRecord: Sendable {
  /// The names of its fields: those of the API, and ASCII.
  static var names: [String] { get }

  /// Hands over a value for each name, in the order of the names.
  func write(to fields: inout FieldWriter)
}
