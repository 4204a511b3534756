import Elements

/// How well an address or a place is known of a user before one sign-in.
public struct Familiarity: Hashable, Sendable {
  /// What is known, as it was sent; foreign text.
  public let name: String
  /// Sign-ins of the user there before.
  public let earlier: Int
  /// The last of them, in ticks.
  public let last: Int64?
  /// By the rule that signals have for what is usual.
  public let isUsual: Bool
  /// From when on the tenant's sign-ins before this one are read without a gap, in ticks; nil where that is unknown.
  public let since: Int64?
  /// When the sign-in was, in ticks.
  public let ticks: Int64

  /// - Parameter times: of the user's sign-ins there before this one, in order, with whether each is not risky.
  init(_ name: String, _ times: [(ticks: Int64, isNotRisky: Bool)], at ticks: Int64, since: Int64?) {
    self.name = name
    self.ticks = ticks
    self.since = since.flatMap { $0 < ticks ? $0 : nil }
    earlier = times.count
    last = times.last?.ticks
    var usual = UsualSince()
    for time in times where time.isNotRisky { usual.add(time.ticks) }
    isUsual = usual.ticks.map { $0 <= ticks } ?? false
  }

  /// `first from NG in the 9 days read`, or how often the user was there before; always with how far was looked.
  /// - Parameter time: writes a moment.
  public func words(time: (Timestamp) -> String) -> String {
    let reach = since.map { "in the \(SignalWords.days(ticks - $0)) read" } ?? "in what is read (it may have gaps)"
    guard earlier > 0 else { return "first from \(name) \(reach)" }
    let before = "\(Grouped(earlier)) earlier \(earlier == 1 ? "sign-in" : "sign-ins")"
    let latest = last.flatMap(Timestamp.init(ticks:)).map { ", the last \(time($0))" } ?? ""
    return "\(name): \(isUsual ? "usual" : "not usual"), \(before)\(latest), \(reach)"
  }
}
