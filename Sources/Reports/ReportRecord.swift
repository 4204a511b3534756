/// Something that is written as one object, one line or one row.
public protocol ReportRecord: Sendable {
  /// The names of its fields, in the order of `values`: those of the API, and ASCII.
  static var names: [String] { get }
  /// One for each name.
  var values: [ReportValue] { get }
}

/// A field's value.
public enum ReportValue: Hashable, Sendable {
  /// Foreign text, as the server sent it.
  case text(String)
  case number(Int)
  /// A part of a coordinate; finite.
  case degrees(Double)
  case flag(Bool)
  /// `null` in JSON, empty in CSV.
  case missing

  /// Missing where there is no text.
  init(_ text: String?) {
    self = text.map { .text($0) } ?? .missing
  }

  init(_ number: Int?) {
    self = number.map { .number($0) } ?? .missing
  }

  init(_ flag: Bool?) {
    self = flag.map { .flag($0) } ?? .missing
  }

  /// Missing also for what is not finite, for which JSON has no word.
  init(_ degrees: Double?) {
    self = degrees.flatMap { $0.isFinite ? .degrees($0) : nil } ?? .missing
  }
}
