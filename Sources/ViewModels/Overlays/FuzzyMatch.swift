import SignInAnalysis

/// Whether the letters of a text stand in another in the same order, and how well they fit.
struct FuzzyMatch {
  /// Lower is better: letters that are left out between those that fit, and words that are begun in the middle.
  let cost: Int

  /// Case and diacritics do not matter, nor do spaces in what is looked for. Nil where it does not fit.
  init?(_ wanted: String, in text: String) {
    let wanted = folded(wanted).filter { !$0.isWhitespace }
    let letters = Array(folded(text))
    var cost = 0
    var place = 0
    for letter in wanted {
      guard let found = letters[place...].firstIndex(of: letter) else { return nil }
      let isWordStart = found == 0 || !letters[found - 1].isLetter
      if found > place { cost += isWordStart ? 1 : 2 + found - place }
      place = found + 1
    }
    self.cost = cost
  }
}
