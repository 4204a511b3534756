import CNcursesw
import TerminalUI

/// Turns what ncurses reads into keys: escape sequences, pastes, and the tail of a sequence that the network tore from
/// its Escape.
@MainActor
struct KeyDecoder {
  static let pasteBegins: Int32 = 0o2000
  static let pasteEnds: Int32 = 0o2001
  /// What is read at a time. Then come signals and the screen, however much more there is to read.
  private static let mostStrokes = 16_384
  /// How long after an Escape a `[` or `O` still belongs to it: slower than any link, faster than a second thought.
  private static let tornSequence: Duration = .milliseconds(250)

  /// How long a paste may pause. After that its end was lost, or it would take all keys to come.
  private static let longestPause: Duration = .seconds(1)

  /// What ncurses reads at a time.
  enum Stroke {
    case scalar(Unicode.Scalar)
    /// One of ncurses' codes.
    case function(Int32)
  }

  private var paste: Paste?
  /// Whether reading ended before all was read.
  private(set) var hasMore = false
  private var lastRead: ContinuousClock.Instant?
  private var lastEscape: ContinuousClock.Instant?
  private var isInTornSequence = false

  static func definePasteKeys() {
    _ = risktop_define_key("\u{1B}[200~", pasteBegins)
    _ = risktop_define_key("\u{1B}[201~", pasteEnds)
  }

  /// What can be read without waiting: all of it, or so much that there is more.
  /// - Parameter arrival: when there began to be something to read.
  mutating func drain(_ window: UnsafeMutablePointer<WINDOW>?, since arrival: ContinuousClock.Instant) -> [Key] {
    var strokes: [Stroke] = []
    var code: wint_t = 0
    while strokes.count < KeyDecoder.mostStrokes {
      let kind = wget_wch(window, &code)
      guard kind != ERR else { break }
      if kind == KEY_CODE_YES {
        strokes.append(.function(Int32(bitPattern: code)))
      } else if let scalar = Unicode.Scalar(code) {
        strokes.append(.scalar(scalar))
      }
    }
    return keys(from: strokes, since: arrival, until: .now, hasMore: strokes.count == KeyDecoder.mostStrokes)
  }

  /// The keys of what was there to be read from one moment to another.
  mutating func keys(
    from strokes: [Stroke], since arrival: ContinuousClock.Instant, until end: ContinuousClock.Instant,
    hasMore: Bool = false
  ) -> [Key] {
    var keys: [Key] = []
    if let begun = paste, let lastRead, arrival - lastRead > KeyDecoder.longestPause, !strokes.isEmpty {
      paste = nil
      keys.append(.paste(begun.text))
    }
    for stroke in strokes {
      if let key = decode(stroke, at: end) { keys.append(key) }
    }
    lastRead = end
    self.hasMore = hasMore
    if !hasMore { isInTornSequence = false }
    return keys
  }

  private mutating func decode(_ stroke: Stroke, at moment: ContinuousClock.Instant) -> Key? {
    switch stroke {
    case .function(let code): return decode(function: code)
    case .scalar(let scalar) where paste != nil:
      paste?.append(scalar)
      return nil
    case .scalar(let scalar):
      return belongsToEscape(scalar, at: moment) ? nil : decode(scalar, at: moment)
    }
  }

  private mutating func decode(function code: Int32) -> Key? {
    switch code {
    case KeyDecoder.pasteBegins: paste = Paste()
    case KeyDecoder.pasteEnds:
      defer { paste = nil }
      return paste.map { .paste($0.text) }
    default: return paste == nil ? KeyDecoder.named(code) : nil
    }
    return nil
  }

  /// Swallows a `[` or `O` right behind an Escape, and the rest of its sequence.
  private mutating func belongsToEscape(_ scalar: Unicode.Scalar, at moment: ContinuousClock.Instant) -> Bool {
    if isInTornSequence {
      // A control is in no sequence: it is a key, and the sequence was broken off.
      isInTornSequence = !(0x40...0x7E).contains(scalar.value) && scalar.value >= 0x20
      return scalar.value >= 0x20
    }
    defer { lastEscape = nil }
    guard let escape = lastEscape, scalar == "[" || scalar == "O", moment - escape < KeyDecoder.tornSequence
    else { return false }
    isInTornSequence = true
    return true
  }

  private mutating func decode(_ scalar: Unicode.Scalar, at moment: ContinuousClock.Instant) -> Key? {
    switch scalar.value {
    case 0x1B:
      lastEscape = moment
      return .escape
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x7F, 0x08: return .backspace
    case 0x01...0x1A: return Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x00..<0x20, 0x80..<0xA0: return nil
    default: return .character(Character(scalar))
    }
  }

  private static func named(_ code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case risktop_key_f0()...risktop_key_f0() + 12: .function(Int(code - risktop_key_f0()))
    default: nil
    }
  }
}

/// A bracketed paste, as far as it has come.
private struct Paste {
  /// A longer one is no search text; the rest is dropped.
  private static let longest = 4_096

  private var scalars = String.UnicodeScalarView()
  private var count = 0

  var text: String { String(scalars) }

  mutating func append(_ scalar: Unicode.Scalar) {
    guard count < Paste.longest else { return }
    scalars.append(scalar)
    count += 1
  }
}
