/// Names what a body is, for whoever must find out why it could not be read.
enum Excerpt {
  private static let length = 60
  /// Enough for any excerpt even after secrets were taken out.
  private static let readLength = 8_192

  /// `an HTML page`, `nothing`, or the beginning of the text, not yet shortened.
  static func of(_ body: some Collection<UInt8>) -> String {
    let text = String(decoding: body.prefix(readLength), as: UTF8.self).trimmed
    if text.isEmpty { return "nothing" }
    return isHTML(text) ? "an HTML page" : "text “\(text)”"
  }

  /// The same without any of the text.
  static func kind(of body: some Collection<UInt8>) -> String {
    let text = String(decoding: body.prefix(readLength), as: UTF8.self).trimmed
    if text.isEmpty { return "nothing" }
    if isHTML(text) { return "an HTML page" }
    return text.hasPrefix("{") ? "a JSON object of another shape" : "text that is no JSON object"
  }

  static func isHTML(_ text: Substring) -> Bool {
    text.hasPrefix("<")
  }

  /// At most 60 characters and an ellipsis for what was cut; a closing quotation mark stays.
  static func shortened(_ text: String) -> String {
    guard text.count > length, let last = text.last else { return text }
    return text.prefix(length) + "…" + (last == "”" || last == "\"" ? String(last) : "")
  }
}
