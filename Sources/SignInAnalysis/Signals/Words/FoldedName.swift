/// Names that people and programs write, as rules compare them.
enum FoldedName {
  /// Folded, without the spaces around it; nil for no text and for one of nothing that counts.
  static func text(_ name: String?) -> String? {
    let text = folded(name ?? "")
    guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text.isEmpty ? nil : text }
    let start = text.drop { $0 == " " }
    guard let end = start.lastIndex(where: { $0 != " " }) else { return nil }
    return String(start[...end])
  }
}
