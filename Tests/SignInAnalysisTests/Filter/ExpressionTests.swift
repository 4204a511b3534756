import Elements
import Foundation
import Randomness
import SignInAnalysis
import Testing

@testable import SignInAnalysis

@Suite struct ExpressionTests {
  private func isFound(_ source: String, in text: String) throws -> Bool {
    let expression = try TextExpression(parsing: source)
    var machine = ExpressionMachine(expression.program, isAnchored: false)
    return machine.search(folded(text)) == .found
  }

  @Test(
    "an expression is found where it matches a part of the text",
    arguments: [
      ("^svc-", "svc-backup", true), ("^svc-", "a svc-b", false), ("\\bmark\\b", "Bob Mark", true),
      ("\\bmark\\b", "Marks", false),
      ("\\Bark", "mark", true), ("\\Bmark", "mark", false), ("a.c", "abc", true), ("a.c", "a\nc", false),
      ("^$", "", true), ("", "x", true),
      ("[^a-z]", "abc", false), ("[^a-z]", "ABC", false), ("[A-Z]", "abc", true), ("[À-Å]", "a", true), ("[]", "", nil),
      ("[\\]a]", "]", true), ("[a\\-z]", "-", true), ("[a-]", "-", true), ("[-a]", "-", true), ("[\\d-]", "-", true),
      ("[^\\w\\s]", "a b_1", false),
      ("\\d{3}", "12 345", true), ("^\\d{2,3}$", "1234", false), ("^a{2,}$", "aaaa", true),
      ("^(ab|c)+?$", "abcab", true),
      ("x*", "", true), ("(a|b|)c", "c", true), ("a{0}b", "b", true), ("straße", "STRASSE", true),
      ("STRASSE", "Straße", true),
      ("\\.", "a", false), ("\\/", "/", true), ("}", "}", true), ("]", "]", true), ("\\w+", "Ünï", true),
      ("^\\w+$", "Жанна", true),
      ("\\s", "a\u{A0}b", true), ("^.$", "😀", true), ("(?:ab)+", "ab", true), ("((((a))))", "a", true),
      ("\\t", "a\tb", true),
      ("田.太", "田中太郎", true), ("[^田]", "田田", false),
    ] as [(String, String, Bool?)])
  func cases(source: String, text: String, expected: Bool?) throws {
    #expect((try? isFound(source, in: text)) == expected)
  }

  @Test(
    "what can't be read is marked, with what was expected",
    arguments: [
      ("a(b", 1..<2, "a ) for this ("), ("ab)", 2..<3, "a ( before this )"), ("*a", 0..<1, "something to repeat"),
      ("a**", 2..<3, "something to repeat"), ("^*", 0..<2, "something to repeat"),
      ("a{2", 1..<3, "a count such as {2,5}, or \\{"),
      ("a{5,2}", 1..<6, "the smaller count first"), ("a{1001}", 1..<7, "a count of at most 1,000"),
      ("a{99999999999999999999}", 1..<23, "a count of at most 1,000"), ("x[ab", 1..<2, "a ] for this ["),
      ("[z-a]", 1..<4, "a range that goes up, such as a-z"),
      ("[[:alpha:]]", 1..<3, "\\d, \\w, \\s or a range such as a-z"),
      ("(a)\\1", 3..<5, "no back-reference"), ("a(?=b)", 1..<4, "no look-around"), ("(?<!a)b", 0..<3, "no look-around"),
      ("(?i)a", 0..<3, "a group ( or (?:"), ("a\\", 1..<2, "a character after \\"),
      ("\\q", 0..<2, "one of \\d \\w \\s \\b \\D \\W \\S \\B \\t \\n \\r, or \\ before a sign"),
      ("{", 0..<1, "something to repeat, or \\{"),
    ])
  func errors(source: String, range: Range<Int>, expected: String) {
    #expect(throws: ExpressionError(range: range, expected: expected)) { try TextExpression(parsing: source) }
  }

  @Test("in a filter the mark is where the expression stands")
  func errorInFilter() {
    let error = #expect(throws: FilterError.self) { try filter("bob user:/x(y/ z") }
    #expect(error?.range == 11..<12)
    #expect(error?.message == "expected a ) for this (")
  }

  @Test(
    "an expression that is too large is refused before it is built",
    arguments: [
      "(a{1000}){1000}", "((((((a{1000}){1000}){1000}){1000}){1000}){1000}){1000}", "((){1000}){1000}", "(abc){700}",
      "(a|b){0,1000}",
      String(repeating: "(", count: 101) + String(repeating: ")", count: 101), String(repeating: "a", count: 1_001),
    ])
  func tooLarge(source: String) {
    #expect(throws: ExpressionError.self) { try TextExpression(parsing: source) }
  }

  @Test("the largest expression that is allowed has no more instructions than were promised")
  func largest() throws {
    for source in ["a{1000}b{990}", "((a+)+)+", "(a|b|c){100}x?y*z{2,}"] {
      #expect(try TextExpression(parsing: source).program.instructions.count <= TextExpression.largestProgram)
    }
  }

  @Test(
    "the work grows with the text, even where backtracking would not end",
    arguments: ["(a+)+$", "(a|a)*b", "(a|aa)+$", "(.*)*x", "(a?){50}a{50}b", "(x+x+)+y"])
  func pathological(source: String) throws {
    let text = String(repeating: "a", count: 4_000) + "!"
    let expression = try TextExpression(parsing: source)
    var machine = ExpressionMachine(expression.program, isAnchored: false)
    _ = machine.search(text)
    #expect(machine.work <= 4_002 * expression.program.instructions.count)
    // A text that goes the same way again costs nothing but looking up.
    let before = machine.work
    _ = machine.search(text)
    #expect(machine.work == before)
  }

  @Test("what it remembers is bounded, and the answer right when it has forgotten")
  func forgetting() throws {
    let expression = try TextExpression(parsing: "^(a|b)*a(a|b){14}$")
    var machine = ExpressionMachine(expression.program, isAnchored: false)
    var random = SplitMix(seed: 3)
    for _ in 0..<12 {
      let text = String((0..<2_000).map { _ in Bool.random(using: &random) ? "a" as Character : "b" })
      let expected = text.dropLast(14).last == "a"
      let isFound = machine.search(text) == .found
      #expect(isFound == expected)
    }
  }

  @Test("only the beginning of a long text is looked at, and that is told")
  func longTexts() throws {
    let long = SignIn.row(name: String(repeating: "a", count: 4_095) + "bc")
    let beyond = try answer("user:/c/", for: long)
    #expect(beyond == (false, 1))
    let end = try answer("user:/b$/", for: long)
    #expect(end == (false, 1), "what is cut off does not end there")
    let inside = try answer("user:/^a{2}.*b/", for: long)
    #expect(inside == (true, 0))
    let word = try answer("user:bc", for: long)
    #expect(word == (true, 0), "words are looked for everywhere")
  }

  private func answer(_ text: String, for signIn: SignIn) throws -> (holds: Bool, truncated: Int) {
    var matcher = FilterMatcher(try filter(text))
    let holds = matcher.holds(signIn)
    return (holds, matcher.truncatedTexts)
  }

  @Test("on random expressions and texts the answer is that of Foundation")
  func random() throws {
    var random = SplitMix(seed: 12)
    for _ in 0..<600 {
      let source = RandomExpression.source(depth: 1, using: &random)
      let model = try NSRegularExpression(pattern: source)
      let expression = try TextExpression(parsing: source)
      var machine = ExpressionMachine(expression.program, isAnchored: false)
      for _ in 0..<8 {
        let text = String(
          (0..<Int.random(in: 0...7, using: &random)).map { _ in "abc1 -".randomElement(using: &random) ?? "a" })
        let expected = model.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
        let isFound = machine.search(text) == .found
        #expect(isFound == expected, "/\(source)/ in \(text)")
      }
    }
  }
}

/// Expressions that every engine reads alike.
private enum RandomExpression {
  static func source(depth: Int, using random: inout SplitMix) -> String {
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in part(depth: depth, using: &random) }
    return parts.joined(separator: Int.random(in: 0..<4, using: &random) == 0 ? "|" : "")
  }

  private static func part(depth: Int, using random: inout SplitMix) -> String {
    if Int.random(in: 0..<6, using: &random) == 0 {
      return ["^", "$", "\\b", "\\B"].randomElement(using: &random) ?? ""
    }
    let atoms = ["a", "b", "c", "1", ".", "[ab]", "[^a]", "[a-c1]", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "-", " "]
    let isGroup = depth > 0 && Int.random(in: 0..<3, using: &random) == 0
    let atom = isGroup ? "(\(source(depth: depth - 1, using: &random)))" : atoms.randomElement(using: &random) ?? ""
    let counts = ["", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}"]
    // Foundation's engine misses matches where a lazy loop runs over a group that can be empty.
    let lazyCounts = isGroup ? [] : ["*?", "+?", "??", "{1,3}?"]
    return atom + ((counts + lazyCounts).randomElement(using: &random) ?? "")
  }
}
