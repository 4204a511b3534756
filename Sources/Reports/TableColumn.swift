import SafeText

/// A column of a table for people.
public struct TableColumn<Record: Sendable>: Sendable {
  /// ASCII.
  let title: String
  /// What it is called on a command line: in lower case.
  let name: String
  /// The record's fields that say the same.
  let fields: [String]
  /// In cells: below `least` the column is left out, more than `ideal` it takes only where nothing is cut.
  let least: Int
  let ideal: Int
  let alignment: Alignment
  /// Foreign text.
  let text: @Sendable (Record) -> String

  init(
    _ title: String, name: String? = nil, fields: [String], least: Int, ideal: Int, alignment: Alignment = .leading,
    text: @escaping @Sendable (Record) -> String
  ) {
    self.title = title
    self.name = name ?? title.lowercased()
    self.fields = fields
    self.least = least
    self.ideal = ideal
    self.alignment = alignment
    self.text = text
  }
}
