/// A part of a filter's text that stands in no parentheses: a term, what stands in parentheses, or an `or`.
struct FilterPiece {
  /// As it is written; what is left open is closed, so that others can follow.
  var text: String
  let kind: Kind

  enum Kind {
    case term(TermMeaning)
    case group
    case or
    /// A `)` without a `(`, or a `not` without a term.
    case mistake
  }

  var isOr: Bool {
    if case .or = kind { true } else { false }
  }

  var isMistake: Bool {
    if case .mistake = kind { true } else { false }
  }

  var meaning: TermMeaning? {
    if case .term(let meaning) = kind { meaning } else { nil }
  }

  /// All pieces of a text, in their order.
  static func pieces(of text: String) -> [FilterPiece] {
    var cutter = PieceCutter(text)
    return cutter.pieces()
  }
}

/// What a term says, however it is written.
struct TermMeaning: Hashable {
  let isNegated: Bool
  let field: String?
  let sign: String
  let values: Set<String>

  init(_ term: WrittenTerm, isNegated: Bool) {
    self.isNegated = isNegated
    field = term.field.map { name in FilterField(written: name.text)?.name ?? folded(name.text) }
    sign = term.sign
    values = Set(term.values.map { $0.form == .expression ? "/\($0.text)/" : folded($0.text) })
  }
}

/// Cuts a text into pieces.
private struct PieceCutter {
  private let scanner: FilterScanner
  private let tokens: [FilterToken]
  private var found: [FilterPiece] = []
  /// Where the piece began that is being read.
  private var start: Int?
  private var isNegated = false
  private var depth = 0

  init(_ text: String) {
    var scanner = FilterScanner(text)
    tokens = scanner.tokens()
    self.scanner = scanner
  }

  mutating func pieces() -> [FilterPiece] {
    for token in tokens { take(token) }
    if let end = tokens.last?.range.upperBound, start != nil {
      finish(depth > 0 ? .group : .mistake, at: end, closing: String(repeating: ")", count: depth))
    }
    return found
  }

  private mutating func take(_ token: FilterToken) {
    start = start ?? token.range.lowerBound
    let end = token.range.upperBound
    switch token {
    case .open: depth += 1
    case .close:
      if depth <= 1 { finish(depth == 1 ? .group : .mistake, at: end) }
      depth = max(0, depth - 1)
    case .not: isNegated.toggle()
    case .or: if depth == 0 { finish(.or, at: end) }
    case .term(let term):
      if depth == 0 {
        finish(.term(TermMeaning(term, isNegated: isNegated != term.isNegated)), at: end, closing: term.closing)
      }
    }
  }

  private mutating func finish(_ kind: FilterPiece.Kind, at end: Int, closing: String = "") {
    guard let start else { return }
    let isLast = end == tokens.last?.range.upperBound
    let open = depth > 0 && isLast ? tokens.last?.closing ?? "" : ""
    let text = scanner.part(start..<end).text + open + closing
    found.append(FilterPiece(text: text, kind: kind))
    self.start = nil
    isNegated = false
  }
}

extension FilterToken {
  fileprivate var closing: String {
    if case .term(let term) = self { term.closing } else { "" }
  }
}

extension WrittenTerm {
  /// What closes its last value.
  fileprivate var closing: String {
    guard let last = values.last, !last.isClosed else { return "" }
    return last.form == .quoted ? "\"" : last.text.hasOddBackslash ? "\\/" : "/"
  }
}

extension String {
  /// Whether the last backslash escapes what would come next.
  fileprivate var hasOddBackslash: Bool {
    !unicodeScalars.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2)
  }
}
