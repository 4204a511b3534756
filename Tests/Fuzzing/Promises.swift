/// Collects what did not hold.
struct Promises {
  private(set) var broken: [String] = []

  /// Notes the sentence, which says what must hold, if it does not.
  mutating func check(_ holds: Bool, _ sentence: @autoclosure () -> String) {
    if !holds { broken.append(sentence()) }
  }
}
