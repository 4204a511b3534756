import CNcursesw
import TerminalUI

/// Turns strokes into keys: escape sequences, pastes, and the tail of a sequence that the network tore from its Escape.
@MainActor
struct KeyDecoder {
  static let pasteBegins: Int32 = 0o2000
  static let pasteEnds: Int32 = 0o2001
  static let mouse: Int32 = 0o2002
  /// Keys that ncurses has no names for, by the codes that are given to them, with what terminals send.
  private static let own: [(code: Int32, key: Key, sequences: [String])] = [
    (0o2010, .alt("b"), ["\u{1B}b"]),
    (0o2011, .alt("f"), ["\u{1B}f"]),
    (0o2012, .wordLeft, ["\u{1B}[1;5D", "\u{1B}[1;3D", "\u{1B}Od"]),
    (0o2013, .wordRight, ["\u{1B}[1;5C", "\u{1B}[1;3C", "\u{1B}Oc"]),
  ]
  /// How long after an Escape a `[` or `O` still belongs to it: slower than any link, faster than a second thought.
  private static let tornSequence: Duration = .milliseconds(250)

  /// How long a paste may pause. After that its end was lost, or it would take all keys to come.
  private static let longestPause: Duration = .seconds(1)

  private var paste: Paste?
  /// What the mouse did, as far as it has come.
  private var report: MouseReport?
  /// Whether reading ended before all was read.
  private(set) var hasMore = false
  private var lastRead: ContinuousClock.Instant?
  private var lastEscape: ContinuousClock.Instant?
  private var isInTornSequence = false

  static func defineKeys() {
    for key in own {
      for sequence in key.sequences { _ = risktop_define_key(sequence, key.code) }
    }
    _ = risktop_define_key("\u{1B}[<", mouse)
    _ = risktop_define_key("\u{1B}[200~", pasteBegins)
    _ = risktop_define_key("\u{1B}[201~", pasteEnds)
  }

  /// The keys of what was there to be read from one moment to another.
  mutating func keys(
    from strokes: [StrokeReader.Stroke], since arrival: ContinuousClock.Instant, until end: ContinuousClock.Instant,
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

  private mutating func decode(_ stroke: StrokeReader.Stroke, at moment: ContinuousClock.Instant) -> Key? {
    switch stroke {
    case .function(let code): return decode(function: code)
    case .scalar(let scalar) where paste != nil:
      paste?.append(scalar)
      return nil
    case .scalar(let scalar) where report != nil:
      guard let key = report?.append(scalar) else { return nil }
      report = nil
      return key
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
    case KeyDecoder.mouse where paste == nil: report = MouseReport()
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
    default: own.first { $0.code == code }?.key
    }
  }
}

/// What the mouse did, in the form of xterm's SGR mode: `button;column;row` and `M` for a press, `m` for a release.
private struct MouseReport {
  private static let longest = 16
  private var text = ""

  /// What a whole report says; nil while it goes on. A key that is nil is none.
  mutating func append(_ scalar: Unicode.Scalar) -> Key?? {
    guard scalar == "M" || scalar == "m" || text.count > MouseReport.longest else {
      text.unicodeScalars.append(scalar)
      return nil
    }
    return .some(scalar == "M" ? key : nil)
  }

  private var key: Key? {
    let numbers = text.split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    switch numbers[0] {
    case 0: return .click(Position(column: numbers[1] - 1, row: numbers[2] - 1))
    case 64: return .wheelUp
    case 65: return .wheelDown
    default: return nil
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
