/// Reads CSV as RFC 4180 has it.
enum CSVReader {
  /// The fields of a line without its end, out of their quotes.
  static func fields(of line: some Sequence<UInt8>) -> [[UInt8]] {
    let quote = UInt8(ascii: "\"")
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    var isBehindQuote = false
    for byte in line {
      if byte == quote {
        // A quote behind a closing one is a quote of the text, and nothing was closed.
        if isBehindQuote, !isQuoted { fields[fields.count - 1].append(quote) }
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
      isBehindQuote = byte == quote && !isQuoted
    }
    return fields
  }
}
