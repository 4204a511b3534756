import Elements
import Randomness
import SignInAnalysis

/// What a table has to be, without any care for memory.
struct SignInModel {
  private(set) var signIns: [SignIn] = []
  private var rows: [[UInt8]: RowNumber] = [:]

  mutating func insert(_ signIn: SignIn) -> RowNumber {
    let id = Array(signIn.id.utf8)
    if let row = rows[id] {
      signIns[Int(row)] = signIn
      return row
    }
    rows[id] = RowNumber(signIns.count)
    signIns.append(signIn)
    return RowNumber(signIns.count - 1)
  }
}

/// Draws sign-ins of all kinds that a server could send.
struct SignInDraw {
  private var random: SplitMix
  /// How many different ids there are.
  let ids: Int

  init(seed: UInt64, ids: Int) {
    random = SplitMix(seed: seed)
    self.ids = ids
  }

  mutating func number(_ range: Range<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  mutating func signIns(_ count: Int) -> [SignIn] {
    (0..<count).map { _ in signIn() }
  }

  mutating func signIn() -> SignIn {
    SignIn(
      id: id(number(0..<ids)), loginTime: Timestamp(ticks: Int64(number(-1..<500))), userID: text("u"),
      userDisplayName: text("Zo\u{EB} "), userPrincipalName: text("Zoe\u{308} "), ip: text("203.0.113."),
      location: Location(
        latitude: Double(number(-2..<3)) / 3, longitude: [0, -0.0, 7].randomElement(using: &random) ?? 0),
      country: text(""), city: text("Lagos "), isRisk: [nil, true, false].randomElement(using: &random) ?? nil)
  }

  private mutating func text(_ start: String) -> String? {
    switch number(0..<10) {
    case 0: nil
    case 1: ""
    default: start + String(number(0..<40))
    }
  }

  /// Mostly GUIDs in lower case, and what could be taken for them.
  private func id(_ number: Int) -> String {
    let guid = SignInDraw.guid(number / 16)
    switch number % 16 {
    case 0: return guid.uppercased()
    case 1: return String(repeating: "id", count: number % 50) + String(number)
    case 2: return "ffffffff-ffff-ffff" + guid.dropFirst(18)
    case 3: return "{\(guid)}"
    default: return SignInDraw.guid(number)
    }
  }

  static func guid(_ number: Int) -> String {
    let digits = String(UInt64(number) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.count) + digits
    return "\(padded.prefix(8))-\(padded.dropFirst(8).prefix(4))-\(padded.suffix(4))-8000-\(padded.suffix(12))"
  }
}
