/// Distinct texts, numbered from 1 in the order in which they came; number 0 is none at all.
///
/// A number that was given means the same text in this and every later state of the list.
public struct InternedTexts: Sendable {
  private var arena = TextArena()

  init() {}

  /// How many numbers there are, that of none among them: at least 1.
  public var count: Int { arena.count + 1 }

  /// The text of a number below `count`, made anew each time; nil for 0.
  public subscript(number: UInt32) -> String? {
    number == 0 ? nil : arena[number - 1]
  }

  mutating func append(_ text: String) -> UInt32 {
    arena.append(text) + 1
  }

  /// `number` is not 0.
  func holds(_ text: String, at number: UInt32) -> Bool {
    arena.holds(text, at: number - 1)
  }

  /// `number` is not 0.
  func hash(at number: UInt32) -> UInt64 {
    arena.hash(at: number - 1)
  }
}

/// Numbers texts as they come, the same bytes always the same. Meant for many of them.
struct TextInterner: Sendable {
  private(set) var texts = InternedTexts()
  private var numbers = HashIndex(shards: 64)

  mutating func number(of text: String?) -> UInt32 {
    guard let text else { return 0 }
    let hash = TextArena.hash(of: text)
    if let known = numbers.number(hash: hash, where: { texts.holds(text, at: $0) }) { return known }
    numbers.insert(UInt32(texts.count), hash: hash) { texts.hash(at: $0) }
    return texts.append(text)
  }
}
