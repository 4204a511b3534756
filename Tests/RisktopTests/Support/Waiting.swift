import Testing

/// Something that had to come about has not.
struct NeverHappened: Error, CustomStringConvertible {
  let what: String
  let seen: String
  let place: SourceLocation

  var description: String {
    "never happened: \(what)\nasked for at \(place)\nlast seen:\n\(seen)"
  }
}

/// Looks again and again until what is looked at is as wanted, and gives what was seen then.
///
/// The limit is far beyond what the slowest machine needs: it decides when to give up, not how fast something must be.
func eventually<Seen>(
  _ what: String, _ place: SourceLocation, look: () async throws -> Seen, until holds: (Seen) -> Bool
) async throws -> Seen {
  let limit = ContinuousClock.now + .seconds(40)
  while true {
    let seen = try await look()
    if holds(seen) { return seen }
    guard ContinuousClock.now < limit else { throw NeverHappened(what: what, seen: "\(seen)", place: place) }
    try await Task.sleep(for: .milliseconds(25))
  }
}
