import Randomness
import Testing

@testable import ElementsHTTP

@Suite struct RedactionTests {
  private static let alphabets: [[Character]] = [
    Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789~._-"),
    Array(##"abcXYZ019 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##),
    Array("abcäéîõüßÅçñŻłşğ019-_/ "),
    Array("парольΣίσυφοςключ秘密の鍵0123abc"),
  ]

  private static func secret(_ random: inout SplitMix, length: ClosedRange<Int> = 10...40) -> String {
    let alphabet = alphabets.randomElement(using: &random) ?? []
    let length = Int.random(in: length, using: &random)
    return String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
  }

  private static let sentences = [
    "", "no client with ", "AADSTS7000215: Invalid client secret provided: '", "{\"sent\": \"", "Basic ",
    "id=r-7&secret=",
  ]

  @Test(arguments: Disguise.allCases)
  func `No disguise of a secret is shown`(disguise: Disguise) {
    var random = SplitMix(seed: 1)
    for _ in 0..<20 {
      let secret = Self.secret(&random)
      let text = (Self.sentences.randomElement(using: &random) ?? "") + disguise.write(secret, &random) + "'!"
      #expect(Redaction([Secret(secret)])(text) == Redaction.mark, "\(secret.debugDescription) in \(text)")
    }
  }

  @Test(arguments: Disguise.allCases, Disguise.allCases)
  func `Nor is one disguised twice`(first: Disguise, second: Disguise) {
    guard !(first.keepsOnlyWithCase && second.changesCase) else { return }
    var random = SplitMix(seed: 2)
    for _ in 0..<4 {
      let secret = Self.secret(&random)
      let text =
        (Self.sentences.randomElement(using: &random) ?? "") + second.write(first.write(secret, &random), &random)
        + "\""
      #expect(Redaction([Secret(secret)])(text) == Redaction.mark, "\(secret.debugDescription) in \(text)")
    }
  }

  @Test(arguments: Disguise.allCases)
  func `A part of a secret tells too much already, and none of the text is shown`(disguise: Disguise) {
    var random = SplitMix(seed: 3)
    for _ in 0..<20 {
      let secret = Self.secret(&random, length: 32...60)
      let start = secret.index(secret.startIndex, offsetBy: Int.random(in: 0..<12, using: &random))
      let text = "you sent " + disguise.write(String(secret[start...].prefix(20)), &random) + "…"
      #expect(Redaction([Secret(secret)])(text) == Redaction.mark, "\(secret.debugDescription) in \(text)")
    }
  }

  @Test(arguments: [Disguise.percent, .htmlNamed, .json, .zeroWidth, .base64, .hex])
  func `Of a text that was cut, a few characters at its end are a part too`(disguise: Disguise) {
    var random = SplitMix(seed: 4)
    let secret = "q7~Xé/Vb3-kd9.W"
    for length in 100...520 where length % 7 == 0 {
      let text = String(repeating: "#", count: length - 12) + disguise.write(secret, &random)
      #expect(Redaction([Secret(secret)])(String(text.prefix(length))) == Redaction.mark, "\(text.prefix(length))")
    }
  }

  @Test(arguments: [
    "", "ok", "The tenant does not exist.",
    "AADSTS7000215: Invalid client secret provided (error_uri: https://e.test/?a=1)",
    "0HN7: 73776f72 6466 aGVsbG8gd29ybGQ= 00000000-0000-0000-0000-000000000000", "100 %, a\\b, R&D; &amp; %zz \\u12",
    "Café ﬁ ǆ 東京 e\u{301}\u{301} 👩‍👩‍👧 \u{202E}abc\u{0}", String(repeating: "%25&#x5C;\\u0025", count: 20),
  ])
  func `Any other text stays as it is`(text: String) {
    var random = SplitMix(seed: 5)
    let secrets = (0..<200).map { _ in Secret(Self.secret(&random)) }
    #expect(Redaction(secrets)(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func `Random texts stay as they are`() {
    var random = SplitMix(seed: 6)
    let redaction = Redaction((0..<50).map { _ in Secret(Self.secret(&random)) })
    for _ in 0..<100 {
      let text = Self.secret(&random, length: 1...200)
      #expect(redaction(text) == text)
    }
  }

  @Test func `A short secret is hidden where it stands by itself, and is no part of a longer word`() {
    let redaction = Redaction([Secret("test")])
    for shown in ["the latest", "contesting", "te", "attestation", "a long request"] {
      #expect(redaction(shown) == shown)
    }
    for hidden in [
      "test", "my test!", "id=TEST&x", "t e s t", "'tset'", "it is dGVzdA==", "%74%65%73%74", "a\u{200B}:te\nst",
    ] {
      #expect(redaction(hidden) == Redaction.mark, "\(hidden)")
    }
  }

  @Test(arguments: ["", "abc", "   \n ", "+\u{200B}\\"])
  func `What has fewer than four characters protects nothing`(secret: String) {
    #expect(Redaction([Secret(secret)])("abc + def \\ \n") == "abc + def \\ \n")
  }

  @Test func `Each secret of several is hidden, and a text without any is not`() {
    let redaction = Redaction(["open-sesame-1", "ab", "tok.en/0123456789", "open-sesame-1"].map { Secret($0) })
    #expect(redaction("bad token tok.en/0123456789") == Redaction.mark)
    #expect(redaction("no OPEN-SESAME-1") == Redaction.mark)
    #expect(redaction("bad token, ab") == "bad token, ab")
  }

  @Test func `Escapes nested as deep as a text is long are undone`() {
    let secret = "swordfish-and-more"
    let nested = secret.utf8.map { "%" + String(repeating: "25", count: 50) + String($0, radix: 16) }.joined()
    #expect(Redaction([Secret(secret)])(nested) == Redaction.mark)
    let chained = String(repeating: "%3", count: 900) + "1" + secret
    #expect(Redaction([Secret(secret)])(chained) == Redaction.mark)
  }

  @Test func `Of a very long text only the beginning is read, and no more is shown`() {
    let redaction = Redaction([Secret("swordfish-and-more")])
    let shown = redaction(String(repeating: "é", count: 1_000_000) + "swordfish-and-more")
    #expect(shown.count < 3_000 && shown.allSatisfy { $0 == "é" || $0 == "\u{FFFD}" })
    #expect(redaction("swordfish-and-more" + String(repeating: "é", count: 1_000_000)) == Redaction.mark)
  }
}
