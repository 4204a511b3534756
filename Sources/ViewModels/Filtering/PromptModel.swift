/// A line that the user types, with the editing keys of a shell and the lines typed before.
public struct PromptModel: Hashable, Sendable {
  /// More than this can't be typed or pasted.
  static let longest = 500

  public private(set) var text: String
  /// Characters before the cursor.
  public private(set) var cursor: Int
  /// What it was when the prompt opened.
  let original: String
  private let history: [String]
  /// Index into the history of what is shown; its count for the line being typed.
  private var recalled: Int
  private var draft = ""

  init(text: String, history: [String]) {
    self.text = text
    self.history = history
    original = text
    cursor = text.count
    recalled = history.count
  }

  public enum Edit: Hashable, Sendable {
    case insert(String)
    case deleteBackward
    case deleteForward
    case deleteWord
    case deleteToStart
    case left
    case right
    case wordLeft
    case wordRight
    case start
    case end
    case older
    case newer
  }

  mutating func apply(_ edit: Edit) {
    switch edit {
    case .insert(let added): insert(added)
    case .deleteBackward: replace(max(0, cursor - 1)..<cursor)
    case .deleteForward: replace(cursor..<min(text.count, cursor + 1))
    case .deleteWord: replace(startOfWord..<cursor)
    case .deleteToStart: replace(0..<cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .wordLeft: cursor = startOfWord
    case .wordRight: cursor = endOfWord
    case .start: cursor = 0
    case .end: cursor = text.count
    case .older: recall(recalled - 1)
    case .newer: recall(recalled + 1)
    }
  }

  /// A paste arrives with its line breaks as spaces. What finds no room in the line is not even looked at.
  private mutating func insert(_ added: String) {
    let room = max(0, PromptModel.longest - text.count)
    let line = added.prefix(room).map { $0.isNewline || $0 == "\t" ? " " : $0 }
    guard !line.isEmpty else { return }
    replace(cursor..<cursor, with: String(line))
  }

  mutating func replace(_ range: Range<Int>, with replacement: String = "") {
    let characters = Array(text)
    text = String(characters[..<range.lowerBound]) + replacement + String(characters[range.upperBound...])
    // A combining mark may have joined the character before it.
    cursor = min(text.count, range.lowerBound + replacement.count)
  }

  private var startOfWord: Int {
    let before = Array(text).prefix(cursor)
    let word = before.reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    return word.count
  }

  private var endOfWord: Int {
    let behind = Array(text).dropFirst(cursor)
    let rest = behind.drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    return text.count - rest.count
  }

  private mutating func recall(_ index: Int) {
    guard (0...history.count).contains(index), index != recalled else { return }
    if recalled == history.count { draft = text }
    recalled = index
    text = index == history.count ? draft : history[index]
    cursor = text.count
  }
}
