/// Something that is written as one object, one line or one row.
public protocol ReportRecord: Sendable {
  /// The names of its fields: those of the API, and ASCII.
  static var names: [String] { get }

  /// Hands over a value for each name, in the order of the names.
  func write(to fields: inout FieldWriter)

  /// Writes what it says in the words of a schema; nothing where it is no event of that schema.
  func write(_ schema: EventSchema, to event: inout ObjectWriter)
}

extension ReportRecord {
  public func write(_ schema: EventSchema, to event: inout ObjectWriter) {}
}
