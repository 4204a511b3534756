import Elements

extension Samples {
  /// A week of one tenant with a burst, a journey that stays and one that is explained, the newest first.
  static var troubled: [SignIn] {
    let people = (0..<3).flatMap { person in (0..<8).map { ordinary(person, daysBefore: 1 + $0) } }
    return (journey + explained + burst + people).sorted { ($0.loginTime ?? .earliest) > ($1.loginTime ?? .earliest) }
  }

  /// From Amsterdam to Lagos in two hours, where she stays.
  private static var journey: [SignIn] {
    [
      at(minutes: -223, "anouk.bos", "192.0.2.10", ("NL", "Amsterdam", 52.374, 4.8897)),
      at(minutes: -100, "anouk.bos", "203.0.113.7", ("NG", "Lagos", 6.4541, 3.3947), isRisk: true),
      at(minutes: -60, "anouk.bos", "203.0.113.7", ("NG", "Lagos", 6.4541, 3.3947), isRisk: true),
    ]
  }

  /// Two cities of one country, not far apart.
  private static var explained: [SignIn] {
    [
      at(minutes: -50, "daan.hendriks", "192.0.2.30", ("DE", "Hamburg", 53.551, 9.9937)),
      at(minutes: -40, "daan.hendriks", "192.0.2.31", ("DE", "München", 48.1351, 11.582)),
    ]
  }

  /// 26 users in two minutes and a half by one address.
  private static var burst: [SignIn] {
    (0..<26).map { number in
      at(
        minutes: -30, seconds: number * 6, "user\(number)", "203.0.113.88", ("RO", "București", 44.4268, 26.1025),
        isRisk: number < 24)
    }
  }

  private static func ordinary(_ person: Int, daysBefore days: Int) -> SignIn {
    at(
      minutes: -days * 1_440 - person * 7, ["anouk.bos", "daan.hendriks", "noor.visser"][person],
      "192.0.2.\((person + 1) * 10)",
      person == 1 ? ("DE", "Hamburg", 53.551, 9.9937) : ("NL", "Amsterdam", 52.374, 4.8897))
  }

  private static func at(
    minutes: Int, seconds: Int = 0, _ user: String, _ ip: String,
    _ place: (country: String, city: String, latitude: Double, longitude: Double), isRisk: Bool = false
  ) -> SignIn {
    let time = 1_795_211_952 + minutes * 60 + seconds
    return SignIn(
      id: "signin-\(user)-\(time)", loginTime: Timestamp(unixSeconds: Int64(time)), userID: "id-\(user)",
      userDisplayName: user, userPrincipalName: "\(user)@contoso.onmicrosoft.com", ip: ip,
      location: Location(latitude: place.latitude, longitude: place.longitude), country: place.country,
      city: place.city, isRisk: isRisk)
  }
}
