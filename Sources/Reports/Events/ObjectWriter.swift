import Elements

/// Writes a JSON object member by member. A member that is missing or empty is left out, and so is an object that has
/// none.
public struct ObjectWriter: Sendable {
  var output = ReportBytes()
  /// The object that is open has no member yet.
  private var isEmpty = true

  init() {}

  /// Writes an object as a line of its own.
  mutating func line(_ members: (inout ObjectWriter) -> Void) {
    output.append(UInt8(ascii: "{"))
    isEmpty = true
    members(&self)
    output.append("}\n")
  }

  // MARK: Members; their names are ASCII that JSON writes as it is

  mutating func object(_ name: StaticString, _ members: (inout ObjectWriter) -> Void) {
    let (start, wasEmpty) = (output.count, isEmpty)
    begin(name)
    output.append(UInt8(ascii: "{"))
    isEmpty = true
    members(&self)
    if isEmpty {
      output.truncate(to: start)
      isEmpty = wasEmpty
    } else {
      output.append(UInt8(ascii: "}"))
    }
  }

  /// A list of one object; left out where that has no member.
  mutating func objects(_ name: StaticString, _ members: (inout ObjectWriter) -> Void) {
    let (start, wasEmpty) = (output.count, isEmpty)
    begin(name)
    output.append("[{")
    isEmpty = true
    members(&self)
    if isEmpty {
      output.truncate(to: start)
      isEmpty = wasEmpty
    } else {
      output.append("}]")
    }
  }

  /// Foreign text, which is escaped so that it is inert.
  mutating func text(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    begin(name)
    JSONText.append(text, to: &output)
  }

  mutating func texts(_ name: StaticString, _ texts: [String]) {
    let texts = texts.filter { !$0.isEmpty }
    guard !texts.isEmpty else { return }
    begin(name)
    for (place, text) in texts.enumerated() {
      output.append(place == 0 ? "[" : ",")
      JSONText.append(text, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  mutating func number(_ name: StaticString, _ number: Int64?) {
    guard let number else { return }
    begin(name)
    output.append(String(number))
  }

  /// A part of a coordinate, in the shortest digits that give the same number again.
  mutating func degrees(_ name: StaticString, _ degrees: Double?) {
    guard let degrees, degrees.isFinite else { return }
    begin(name)
    output.append(degrees.description)
  }

  mutating func flag(_ name: StaticString, _ flag: Bool?) {
    guard let flag else { return }
    begin(name)
    output.append(flag ? "true" : "false")
  }

  /// ISO 8601 in UTC.
  mutating func time(_ name: StaticString, _ time: Timestamp?) {
    guard let time else { return }
    begin(name)
    output.append(UInt8(ascii: "\""))
    output.append(atMost: Timestamp.longestISO8601, time.writeISO8601)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func begin(_ name: StaticString) {
    output.append(isEmpty ? "\"" : ",\"")
    output.append(name)
    output.append("\":")
    isEmpty = false
  }
}
