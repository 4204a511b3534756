extension SignalWords {
  /// What the rule found, without stay and labels.
  func facts(_ signal: Signal) -> String {
    switch signal.evidence {
    case .travel(let leap), .twoCountries(let leap): facts(leap, signal)
    case .manyCountries(let spread): facts(spread, signal)
    case .newCountry(let arrival): facts(arrival, signal)
    case .sharedAddress(let burst): facts(burst, signal)
    case .crossTenant(let spread): facts(spread, signal)
    case .taintedAddress(let taint): facts(taint, signal)
    case .steadyAccount(let departure): facts(departure, signal)
    case .lateRisk: "read as not risky, later as risky"
    case .dormant(let absence): facts(absence, signal)
    case .silentTenant(let silence):
      "no sign-in for \(SpanWords.words(ticks: silence.lasted)), since \(time(ticks: silence.last)); "
        + "the longest pause at this hour of the week was \(SpanWords.words(ticks: silence.longest))"
    case .oddHour(let share):
      "\(Grouped(share.near)) of \(counted(share.earlier, "earlier sign-in")) from \((share.hour + 23) % 24):00 to "
        + "\((share.hour + 2) % 24):00 UTC"
    case .riskJump(let jump):
      "\(Grouped(jump.count)) risky actions; mean \(rounded(jump.mean)), deviation \(rounded(jump.deviation)) "
        + "in \(jump.readings) earlier readings since \(time(ticks: jump.since))"
    }
  }

  private func facts(_ leap: Leap, _ signal: Signal) -> String {
    let ends = "\(placeAndTime(leap.from)) → \(signal.row.map(placeAndTime) ?? "")"
    guard let kilometres = leap.kilometres, let speed = leap.kilometresPerHour else {
      return "\(ends): \(within(leap.elapsed))"
    }
    // Of two sign-ins at once a speed says nothing.
    let pace = leap.elapsed < SignalTime.second ? "" : ", \(Grouped(speed)) km/h"
    return "\(ends): \(Grouped(kilometres)) km \(within(leap.elapsed))\(pace)"
  }

  private func facts(_ spread: CountrySpread, _ signal: Signal) -> String {
    let rows = spread.rows + [signal.row].compactMap(\.self)
    return "\(rows.count) countries \(within(spread.span)): "
      + rows.map(placeAndTime).joined(separator: " → ")
  }

  private func facts(_ arrival: CountryArrival, _ signal: Signal) -> String {
    let row = signal.row
    let country = row.flatMap { snapshot[$0]?.country } ?? "this country"
    let ticks = row.map(snapshot.ticks)
    let before = arrival.last.flatMap { last in ticks.map { pause(from: last, to: $0) } } ?? read(signal, before: ticks)
    return "first from \(country)\(before), after \(counted(arrival.earlier, "sign-in")) of this user"
  }

  private func facts(_ burst: AddressBurst, _ signal: Signal) -> String {
    let isNew = burst.isFirst && (signal.known?.lowerBound).map { $0 < burst.start } ?? false
    return
      "\(signal.row.flatMap(address) ?? ""): \(counted(burst.users, "user")) \(within(burst.span)), "
      + "\(Grouped(burst.risky)) risky" + (isNew ? ", new\(read(signal, before: burst.start))" : "")
  }

  private func facts(_ spread: TenantSpread, _ signal: Signal) -> String {
    let named = spread.tenants.lazy.compactMap(tenantName).prefix(2)
    let rest = spread.tenants.count - named.count
    let places = rest > 0 ? "\(named.joined(separator: ", ")) and \(rest) more" : named.joined(separator: " and ")
    return "\(signal.row.flatMap(address) ?? ""): risky at \(places) since \(time(ticks: spread.start))"
  }

  private func facts(_ taint: Taint, _ signal: Signal) -> String {
    "\(signal.row.flatMap(address) ?? ""): \(Grouped(taint.riskyCount)) of \(counted(taint.signIns, "sign-in")) risky, "
      + "\(counted(taint.users, "user")); this one not risky so far"
  }

  private func facts(_ departure: Departure, _ signal: Signal) -> String {
    "\(signal.row.flatMap(address) ?? ""): after \(counted(departure.signIns, "sign-in")) from "
      + counted(departure.networks, "network")
      + read(signal, before: signal.row.map(snapshot.ticks))
  }

  private func facts(_ absence: Absence, _ signal: Signal) -> String {
    let ticks = signal.row.map(snapshot.ticks)
    guard let last = absence.last, let ticks else { return "first sign-in of this user\(read(signal, before: ticks))" }
    return "first sign-in\(pause(from: last, to: ticks))"
  }

  /// ` for 59 days, since 00:09`.
  private func pause(from last: Int64, to ticks: Int64) -> String {
    " for \(SignalWords.days(ticks - last)), since \(time(ticks: last))"
  }

  /// `in 2 h 3 min`.
  func within(_ ticks: Int64) -> String {
    ticks < SignalTime.second ? "within 1 s" : "in \(SpanWords.words(ticks: ticks))"
  }

  func counted(_ count: Int, _ noun: String) -> String { "\(Grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

  private func rounded(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}

/// A whole number with commas between thousands.
struct Grouped: CustomStringConvertible {
  let description: String

  /// A speed may be past all that is a number.
  init(_ number: Double) {
    self.init(Int(exactly: number.rounded()) ?? .max)
  }

  init(_ number: Int) {
    let digits = Array(String(number.magnitude))
    let parts = digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }
    description = (number < 0 ? "-" : "") + parts.joined()
  }
}
