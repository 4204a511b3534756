import Elements
import SignInAnalysis

extension Promises {
  /// Adds terms for values of those sign-ins that are hardest to write down.
  mutating func checkEditing(_ input: FilterInput) {
    for signIn in input.signIns.suffix(2) {
      let values = [(FilterField.user, signIn.userPrincipalName), (.ip, signIn.ip), (.country, signIn.country)]
      for (field, value) in values {
        guard let value, !folded(value).isEmpty else { continue }
        let only = FilterText(input.text).adding(value, to: field)
        check(only.adding(value, to: field) == only, "a term that is there is not added again")
        checkPivot(on: value, of: field, from: input.text, for: signIn)
      }
    }
  }

  /// The last term turned into its opposite and back says what it said; without it there is still a filter.
  mutating func checkLastTerm(_ input: FilterInput) {
    let before = FilterText(input.text)
    guard let judgement = Judgement(input.text, of: input.signIns) else { return }
    let flipped = before.flippingLast()
    check(Judgement(flipped.text, of: []) != nil, "\(flipped.text) is a filter")
    check(
      Judgement(flipped.flippingLast().text, of: input.signIns)?.verdicts == judgement.verdicts,
      "the opposite of the opposite says the same")
    check(Judgement(before.droppingLast().text, of: []) != nil, "a filter without its last term is one")
  }

  /// A term for a value of a sign-in keeps that sign-in, and its opposite takes it out.
  private mutating func checkPivot(on value: String, of field: FilterField, from text: String, for signIn: SignIn) {
    guard value.unicodeScalars.count <= Self.longestValue, !FilterInput.isDeep(text),
      let before = Judgement(text, of: [signIn])
    else { return }
    let only = Judgement(FilterText(text).adding(value, to: field).text, of: [signIn])
    check(only != nil, "a filter to which \(field.rawValue): is added is one")
    check(before.verdicts == [false] || only?.verdicts == [true], "only this \(field.rawValue) keeps its row")
    let without = Judgement(FilterText(text).adding(value, to: field, negated: true).text, of: [signIn])
    check(without != nil, "a filter to which -\(field.rawValue): is added is one")
    check(without?.verdicts == [false], "without this \(field.rawValue) its row is gone")
  }

  /// Longer ones are no expression, which an address that is none becomes.
  private static let longestValue = 400

  /// What is offered takes the place of something that is there; taken, a value can be read.
  mutating func checkCompletion(_ input: FilterInput) {
    checkCompletion(input, of: FilterInput.list, among: SeenValues(input.snapshot))
    checkCompletion(input, of: .tenants, among: SeenValues { _ in [input.foreign] })
  }

  private mutating func checkCompletion(_ input: FilterInput, of list: FilterList, among seen: SeenValues) {
    let count = input.text.count
    for cursor in [count, count / 2, 0] {
      let offer = FilterCompletion.candidates(for: input.text, cursor: cursor, of: list, among: seen, limit: 8)
      check(offer.candidates.count <= 8, "at most so many are offered as were asked for")
      check(
        0...cursor ~= offer.replacing.lowerBound && offer.replacing.upperBound <= count, "what is replaced is there")
      guard cursor == count else { continue }
      for candidate in offer.candidates { checkTaking(candidate, offer.replacing, in: input.text, of: list) }
    }
  }

  private mutating func checkTaking(
    _ candidate: String, _ place: Range<Int>, in text: String, of list: FilterList
  ) {
    guard !candidate.hasSuffix(":"), !candidate.hasSuffix(">") else { return }
    let before = String(text.prefix(place.lowerBound))
    do throws(FilterError) {
      _ = try Filter(parsing: before + candidate, of: list, in: FilterInput.context)
    } catch {
      // What was wrong before is not mended by what follows.
      check(error.range.lowerBound < place.lowerBound, "\(candidate) can be read where it was offered")
    }
  }
}
