/// How the sandbox goes wrong on purpose, and how often. The token endpoint is spared.
public struct Faults: Sendable, Equatable {
  private var shares: [FaultKind: Double]

  public static let none = Faults()
  /// Something of everything, so that most calls go well.
  public static let all = Faults(Dictionary(FaultKind.allCases.map { ($0, $0.shareAmongAll) }) { first, _ in first })
  /// What a list calls `Faults.all`.
  public static let nameOfAll = "all"

  /// A share outside 0...1 is moved to the nearer end; one that is no number counts as 0.
  public init(_ shares: [FaultKind: Double] = [:]) {
    self.shares = shares.mapValues { $0.isNaN ? 0 : min(1, max(0, $0)) }.filter { $0.value > 0 }
  }

  /// Reads kinds between commas, each with a share or without, as in `429,5xx:0.2`. Of a kind that stands twice the
  /// last counts.
  ///
  /// `all` is `Faults.all`, and with a share that part of it.
  public init(list: String) throws(FaultListError) {
    var shares: [FaultKind: Double] = [:]
    for entry in list.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(entry.prefix { $0 != ":" })
      let share = try name.count < entry.count ? Faults.share(String(entry.dropFirst(name.count + 1)), of: name) : nil
      if name == Faults.nameOfAll {
        for kind in FaultKind.allCases { shares[kind] = kind.shareAmongAll * (share ?? 1) }
      } else if let kind = FaultKind(rawValue: name) {
        shares[kind] = share ?? kind.usualShare
      } else {
        throw .unknownKind(name)
      }
    }
    self.init(shares)
  }

  private static func share(_ text: String, of name: String) throws(FaultListError) -> Double {
    guard let share = Double(text), (0...1).contains(share) else { throw .noShare(text, kind: name) }
    return share
  }

  /// In 0...1; 0 for what never happens.
  public subscript(_ kind: FaultKind) -> Double { shares[kind] ?? 0 }
}

/// Why a list of faults can't be read. Holds what was written.
public enum FaultListError: Error, Hashable, Sendable {
  case unknownKind(String)
  /// Not a number in 0...1.
  case noShare(String, kind: String)
}
