import SignInAnalysis
import Testing

@Suite struct FoldedTests {
  @Test(
    "letters lose their case and their accents",
    arguments: [
      ("", ""), ("bob mark", "bob mark"), ("Bob MARK @[`{ 09", "bob mark @[`{ 09"),
      ("Zoë Ångström", "zoe angstrom"), ("ŁÓDŹ", "lodz"), ("Straße", "strasse"), ("GROẞ", "gross"),
      ("Ørsted Đurić Ħal Ŧ", "orsted duric hal t"), ("Þór Æsir Œuvre Ðe", "thor aesir oeuvre de"),
      ("Nguyễn Thị Ánh", "nguyen thi anh"), ("ĐẶNG ƯƠNG", "dang uong"), ("Ɓala Ƙano Ɗan", "bala kano dan"),
      ("Əliyev Ŋaa", "eliyev naa"), ("Škoda Ştefan Țară", "skoda stefan tara"),
    ])
  func latin(text: String, expected: String) {
    #expect(scalars(folded(text)) == scalars(expected))
  }

  @Test(
    "other alphabets lose them too",
    arguments: [
      ("Ελλάδα", "ελλαδα"), ("ΟΔΥΣΣΕΎΣ", "οδυσσευσ"), ("ὈΔΥΣΣΕΎΣ ᾳ ΐ", "οδυσσευσ α ι"), ("Ёлка", "елка"),
      ("Кий ЙОД Її", "кии иод іі"), ("ԵՐԵՎԱՆ և", "երեվան եւ"), ("ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი"),
      ("שָׁלוֹם", "שלום"), ("مُحَمَّد أحمد", "محمد احمد"), ("ﷺ", "صلى الله عليه وسلم"), ("ꭰᏹ", "ᎠᏱ"),
    ])
  func alphabets(text: String, expected: String) {
    #expect(scalars(folded(text)) == scalars(expected))
  }

  @Test("case is folded alike in every locale: Turkish letters and both forms of small sigma")
  func locales() {
    #expect(folded("İSTANBUL ısı") == "istanbul isi")
    #expect(folded("ς") == folded("Σ"))
    #expect(folded("KÅ") == "ka", "the signs for kelvin and angstrom are letters")
  }

  @Test(
    "styled letters, ligatures, and full- and halfwidth forms become plain ones",
    arguments: [
      ("Ｂｏｂ　Ｍａｒｋ！", "bob mark!"), ("𝐁𝐨𝐛 𝕄𝖆𝘳𝓀", "bob mark"), ("ⒷⓄⒷ", "bob"), ("ﬁnance", "finance"),
      ("a\u{A0}b\u{2009}c", "a b c"), ("ª²", "a2"), ("ｶﾞｷﾞ ﾊﾟ", "ガギ パ"), ("Ǆ ǳ", "dz dz"),
    ])
  func compatibility(text: String, expected: String) {
    #expect(scalars(folded(text)) == scalars(expected))
  }

  @Test(
    "what a search has to tell apart stays as it is",
    arguments: [
      "한국", "田中", "がか", "パハ", "कु कि", "กิน", "😀👍🏽", "´ ¨ ~", "\u{E000}", "€ — ’",
    ])
  func kept(text: String) {
    #expect(scalars(folded(text)) == scalars(text))
  }

  @Test("marks and characters that nobody sees are dropped wherever they stand")
  func dropped() {
    #expect(folded("\u{301}\u{308}") == "")
    #expect(folded("B\u{200B}o\u{202E}b\u{FEFF} \u{AD}M\u{E0041}ark\u{FE0F}") == "bob mark")
    #expect(folded("B\u{336}o\u{336}b\u{20DD}") == "bob")
  }

  @Test("a Hangul syllable and its letters are the same text, and never more than the letters make up")
  func hangul() {
    #expect(scalars(folded("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}")) == scalars("한국"))
    #expect(scalars(folded("\u{D558}\u{11AB}")) == scalars("한"))
    #expect(scalars(folded("\u{1112}\u{200B}\u{1161}")) == scalars("하"))
    for separate in ["\u{D55C}\u{11AB}", "\u{1112}a\u{1161}", "\u{1161}\u{11AB}", "\u{1112}\u{11AB}"] {
      #expect(scalars(folded(separate)) == scalars(separate))
    }
  }

  @Test("a sound mark joins the kana before it, and stays where there is none")
  func kana() {
    #expect(scalars(folded("\u{304B}\u{3099}\u{30CF}\u{309A}")) == scalars("がパ"))
    #expect(scalars(folded("\u{3042}\u{3099}")) == [0x3042, 0x3099])
    #expect(scalars(folded("\u{3099}")) == [0x3099])
  }
}

/// The values of the scalars: two strings are equal already when they are canonically equivalent.
func scalars(_ text: String) -> [UInt32] {
  text.unicodeScalars.map(\.value)
}
