import Elements

/// Takes the values of a record's fields one by one, and writes each to the report's bytes at once.
public struct FieldWriter: Sendable {
  enum Style: Sendable {
    case json
    case csv(CSVText)
    /// Texts as they are, and nothing between them.
    case plain
  }

  var output = ReportBytes()
  private let style: Style
  private let isJSON: Bool
  /// What comes before each value, one behind the other: in JSON a brace or a comma and the name, else a comma.
  private let openings: [UInt8]
  /// Where the opening of each field ends in these.
  private let openingEnds: [Int]
  /// Of the next field.
  private var place = 0
  /// The fields that are written, by their places among all; nil where that is all of them as they come.
  private let order: [Int]?
  /// Where each value of a record begins in the output that is put into order, and the output that waits for it.
  private var starts: [Int] = []
  private var ordered = ReportBytes()

  init(_ style: Style, names: [String], order: [Int]? = nil) {
    self.style = style
    self.order = order
    isJSON = if case .json = style { true } else { false }
    let isPlain = if case .plain = style { true } else { false }
    var openings: [UInt8] = []
    var ends: [Int] = []
    for (place, name) in (order.map { $0.map { names[$0] } } ?? names).enumerated() where !isPlain {
      if isJSON { openings += "\(place == 0 ? "{" : ",")\"\(name)\":".utf8 } else if place > 0 { openings += ",".utf8 }
      ends.append(openings.count)
    }
    self.openings = openings
    openingEnds = ends
  }

  /// Foreign text, as the server sent it; missing where there is none.
  public mutating func text(_ text: String?) {
    guard let text else { return missing() }
    begin()
    switch style {
    case .json: JSONText.append(text, to: &output)
    case .csv(let csv): csv.append(text, to: &output)
    case .plain: output.append(text)
    }
  }

  /// Some foreign texts as one value: in JSON a list, else one behind the other; a single one as `text`.
  public mutating func texts(_ texts: [String?]) {
    guard texts.count > 1 else { return text(texts.first ?? nil) }
    guard case .json = style else { return text(texts.map { $0 ?? "-" }.joined(separator: " · ")) }
    begin()
    for (place, text) in texts.enumerated() {
      output.append(UInt8(ascii: place == 0 ? "[" : ","))
      if let text { JSONText.append(text, to: &output) } else { output.append("null") }
    }
    output.append(UInt8(ascii: "]"))
  }

  /// Objects of texts: in JSON a list of them, else a text for all.
  /// - Parameters:
  ///   - names: of their members, ASCII.
  ///   - objects: a text for each name; nil where it is missing.
  public mutating func objects(_ names: [String], _ objects: [[String?]], text: String) {
    guard case .json = style else { return objects.isEmpty ? missing() : self.text(text) }
    begin()
    output.append("[")
    for (place, object) in objects.enumerated() {
      output.append(place == 0 ? "{" : ",{")
      for (member, (name, value)) in zip(names, object).enumerated() {
        output.append("\(member == 0 ? "" : ",")\"\(name)\":")
        if let value { JSONText.append(value, to: &output) } else { output.append("null") }
      }
      output.append("}")
    }
    output.append("]")
  }

  public mutating func number(_ number: Int?) {
    guard let number else { return missing() }
    begin()
    output.append(String(number))
  }

  /// A part of a coordinate, in the shortest digits that give the same number again; missing also for what is not
  /// finite, for which JSON has no word.
  public mutating func degrees(_ degrees: Double?) {
    guard let degrees, degrees.isFinite else { return missing() }
    begin()
    output.append(degrees.description)
  }

  public mutating func flag(_ flag: Bool?) {
    guard let flag else { return missing() }
    begin()
    output.append(flag ? "true" : "false")
  }

  /// ISO 8601 in UTC.
  public mutating func time(_ time: Timestamp?) {
    guard let time else { return missing() }
    begin()
    if isJSON { output.append(UInt8(ascii: "\"")) }
    output.append(atMost: Timestamp.longestISO8601, time.writeISO8601)
    if isJSON { output.append(UInt8(ascii: "\"")) }
  }

  /// `null` in JSON, empty in CSV, a hyphen in a table.
  private mutating func missing() {
    begin()
    switch style {
    case .json: output.append("null")
    case .csv: break
    case .plain: output.append("-")
    }
  }

  /// A record hands over as many values as it has names; there is nothing to say of more.
  private mutating func begin() {
    if order != nil { return beginOrdered() }
    guard place < openingEnds.count else { return }
    let (start, end) = (place == 0 ? 0 : openingEnds[place - 1], openingEnds[place])
    openings.withUnsafeBufferPointer { output.append(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    place += 1
  }

  /// Ends the record.
  mutating func end() {
    if let order { writeOrdered(order) }
    place = 0
    switch style {
    case .json: output.append("}")
    case .csv: output.append("\r\n")
    case .plain: break
    }
  }

  // MARK: Some fields in another order

  /// Values are written apart until the record ends.
  private mutating func beginOrdered() {
    if starts.isEmpty { swap(&output, &ordered) }
    starts.append(output.count)
  }

  private mutating func writeOrdered(_ order: [Int]) {
    starts.append(output.count)
    swap(&output, &ordered)
    for (place, field) in order.enumerated() where field + 1 < starts.count {
      if place < openingEnds.count {
        let start = place == 0 ? 0 : openingEnds[place - 1]
        openings[start..<openingEnds[place]].withUnsafeBufferPointer { output.append($0) }
      }
      ordered.bytes[starts[field]..<starts[field + 1]].withUnsafeBufferPointer { output.append($0) }
    }
    ordered.clear()
    starts = []
  }
}
