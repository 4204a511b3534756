/// What is planted in one tenant of the demonstration, and what is special about it.
///
/// Its other people live where the tenant is and stay there, so that nothing but the stories looks like trouble.
struct TenantScenario: Sendable {
  /// A city of `Home.all`.
  let home: String
  let rows: Int
  /// How far back its rows reach.
  var days = 30.0
  var risk = RiskLevel.low
  var people: [StoryPerson] = []
  var stories: [PlannedStory] = []
  /// Sign-ins at fixed times that belong to no story, such as those of a service account round the clock.
  var routine: [PlannedSignIn] = []
  /// Hours before the start in which nobody signs in, the last ones first.
  var pauses: [Range<Int>] = []
  /// One address for all telephones, in place of a new one every time.
  var carrierAddress: String?
  /// Hours before the start at which the office got another address.
  var officeMove: Int?

  /// Fewer rows than this give the rules no habits to go by; more are not planted, since nobody reads so far.
  static let possibleRows = 1_200...200_000

  var isSilent: Bool { pauses.contains { $0.contains(0) } }

  /// Those of the stories, one story after the other, then the routine.
  var signIns: [PlannedSignIn] { stories.flatMap(\.signIns) + routine }

  /// What is planted in the first tenant of the `number`-th customer.
  static func ofCustomer(_ number: Int) -> TenantScenario? {
    switch number {
    case 1: .vienna
    case 2: .london
    case 3: .berlin
    case 4: .dublin
    case 6: .stockholm
    case 7: .madrid
    case 10: .warsaw
    case 11: .lisbon
    case 12: .copenhagen
    case 14: .paris
    default: nil
    }
  }
}

/// How many of a tenant's ordinary sign-ins are called risky.
enum RiskLevel: Sendable {
  /// 0.4 of a hundred, where a flag is rare even in the days that are read first, which hold most of the stories.
  case rare
  /// 1.2 of a hundred.
  case low
  /// 2 of a hundred.
  case usual
  /// 9 of a hundred, as where a workflow flags whatever is foreign.
  case high

  /// One of these is drawn for each 64 rows.
  var counts: [Int] {
    switch self {
    case .rare: [0, 0, 0, 0, 0, 0, 1, 1]
    case .low: [0, 0, 0, 0, 1, 1, 2, 2]
    case .usual: [0, 0, 0, 1, 1, 1, 3, 4]
    case .high: [4, 5, 5, 6, 6, 6, 7, 7]
    }
  }
}
