import Elements

/// Reads a filter, or says what was expected instead.
struct FilterParser {
  let list: FilterList
  let context: FilterContext
  let scanner: FilterScanner
  private let offsets: CharacterOffsets
  private let tokens: [FilterToken]
  private var position = 0

  /// How deep parentheses may stand in one another.
  static let deepest = 32

  init(_ text: String, of list: FilterList, in context: FilterContext) {
    self.list = list
    self.context = context
    var scanner = FilterScanner(text)
    tokens = scanner.tokens()
    self.scanner = scanner
    offsets = CharacterOffsets(text)
  }

  mutating func filter() throws(FilterError) -> FilterNode {
    guard !tokens.isEmpty else { return .all([]) }
    let node = try alternatives(isNegated: false, depth: 0)
    if let token = peek { throw error(token.range, "a ( before this ), or quotes around it") }
    return node
  }

  /// Terms up to a closing parenthesis or the end, with `or` between some.
  private mutating func alternatives(isNegated: Bool, depth: Int) throws(FilterError) -> FilterNode {
    var nodes = [try conjunction(isNegated: isNegated, depth: depth)]
    while case .or(let range) = peek {
      position += 1
      guard startsTerm(peek) else { throw error(range, "a term after or, or quotes around it") }
      nodes.append(try conjunction(isNegated: isNegated, depth: depth))
    }
    return FilterNode.joining(nodes, isAny: !isNegated)
  }

  private func startsTerm(_ token: FilterToken?) -> Bool {
    switch token {
    case .term, .open, .not: true
    case .close, .or, nil: false
    }
  }

  /// Terms up to what is none.
  private mutating func conjunction(isNegated: Bool, depth: Int) throws(FilterError) -> FilterNode {
    var nodes: [FilterNode] = []
    while startsTerm(peek) { nodes.append(try operand(isNegated: isNegated, depth: depth)) }
    if nodes.isEmpty, let token = peek {
      if case .or = token { throw error(token.range, "a term before or, or quotes around it") }
      throw error(token.range, depth == 0 ? "a ( before this ), or quotes around it" : "a term before )")
    }
    return FilterNode.joining(nodes, isAny: isNegated)
  }

  /// A term or what stands in parentheses, with each `not` before it.
  private mutating func operand(isNegated: Bool, depth: Int) throws(FilterError) -> FilterNode {
    var isNegated = isNegated
    while case .not(let range) = peek {
      position += 1
      isNegated.toggle()
      guard startsTerm(peek) else { throw error(range, "a term after not, or quotes around it") }
    }
    switch peek {
    case .term(let written):
      position += 1
      return try node(of: written, isNegated: isNegated != written.isNegated)
    case .open(let range, let isMinus):
      return try group(from: range, isNegated: isNegated != isMinus, depth: depth + 1)
    default: return .all([])
    }
  }

  private mutating func group(
    from start: Range<Int>, isNegated: Bool, depth: Int
  ) throws(FilterError) -> FilterNode {
    guard depth <= FilterParser.deepest else {
      throw error(start, "at most \(FilterParser.deepest) parentheses in one another")
    }
    position += 1
    guard peek != nil else { throw error(start, "a term after (") }
    let node = try alternatives(isNegated: isNegated, depth: depth)
    guard case .close = peek else { throw error(start, "a closing )") }
    position += 1
    return node
  }

  private var peek: FilterToken? {
    position < tokens.count ? tokens[position] : nil
  }

  func error(_ scalars: Range<Int>, _ expected: String) -> FilterError {
    FilterError(range: offsets.range(scalars), .expected(expected))
  }

  func error(_ scalars: Range<Int>, _ reason: FilterError.Reason) -> FilterError {
    FilterError(range: offsets.range(scalars), reason)
  }

  func characters(_ scalars: Range<Int>) -> Range<Int> {
    offsets.range(scalars)
  }
}
