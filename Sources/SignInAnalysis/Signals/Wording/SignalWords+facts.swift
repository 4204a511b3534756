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
        + "at most \(SpanWords.words(ticks: silence.longest)) at this hour before"
    case .oddHour(let share):
      "\(share.near) of \(Grouped(share.earlier)) earlier sign-ins within an hour of \(share.hour):00 UTC"
    case .riskJump(let jump):
      "\(Grouped(jump.count)) risky actions; mean \(rounded(jump.mean)), deviation \(rounded(jump.deviation)) "
        + "in \(jump.readings) earlier readings since \(time(ticks: jump.since))"
    }
  }

  private func facts(_ leap: Leap, _ signal: Signal) -> String {
    let ends = "\(placeAndTime(leap.from)) → \(signal.row.map(placeAndTime) ?? "")"
    let elapsed = SpanWords.words(ticks: leap.elapsed)
    guard let kilometres = leap.kilometres, let speed = leap.kilometresPerHour else { return "\(ends): in \(elapsed)" }
    return "\(ends): \(Grouped(kilometres)) km in \(elapsed), \(Grouped(speed)) km/h"
  }

  private func facts(_ spread: CountrySpread, _ signal: Signal) -> String {
    let rows = spread.rows + [signal.row].compactMap(\.self)
    return "\(rows.count) countries in \(SpanWords.words(ticks: spread.span)): "
      + rows.map(placeAndTime).joined(separator: " → ")
  }

  private func facts(_ arrival: CountryArrival, _ signal: Signal) -> String {
    let row = signal.row
    let country = row.flatMap { snapshot[$0]?.country } ?? "this country"
    let ticks = row.map(snapshot.ticks)
    return
      "first from \(country)\(read(signal, before: ticks)), after \(Grouped(arrival.earlier)) sign-ins of this user"
  }

  private func facts(_ burst: AddressBurst, _ signal: Signal) -> String {
    let isNew = burst.isFirst && (signal.known?.lowerBound).map { $0 < burst.start } ?? false
    return
      "\(signal.row.flatMap(address) ?? ""): \(Grouped(burst.users)) users in \(SpanWords.words(ticks: burst.span)), "
      + "\(Grouped(burst.risky)) risky" + (isNew ? ", new\(read(signal, before: burst.start))" : "")
  }

  private func facts(_ spread: TenantSpread, _ signal: Signal) -> String {
    let named = spread.tenants.prefix(2).map(tenantName)
    let rest = spread.tenants.count - named.count
    let places = rest > 0 ? "\(named.joined(separator: ", ")) and \(rest) more" : named.joined(separator: " and ")
    return "\(signal.row.flatMap(address) ?? ""): risky at \(places) since \(time(ticks: spread.start))"
  }

  private func facts(_ taint: Taint, _ signal: Signal) -> String {
    "\(signal.row.flatMap(address) ?? ""): \(Grouped(taint.riskyCount)) of \(Grouped(taint.signIns)) sign-ins risky, "
      + "\(taint.users) users; this one not risky so far"
  }

  private func facts(_ departure: Departure, _ signal: Signal) -> String {
    "\(signal.row.flatMap(address) ?? ""): after \(Grouped(departure.signIns)) sign-ins from "
      + "\(departure.networks) \(departure.networks == 1 ? "network" : "networks")"
      + read(signal, before: signal.row.map(snapshot.ticks))
  }

  private func facts(_ absence: Absence, _ signal: Signal) -> String {
    let ticks = signal.row.map(snapshot.ticks)
    guard let last = absence.last, let ticks else { return "first sign-in of this user\(read(signal, before: ticks))" }
    return "first sign-in for \(SignalWords.days(ticks - last)), since \(time(ticks: last))"
  }

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
