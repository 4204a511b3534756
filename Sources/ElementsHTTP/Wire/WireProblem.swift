/// A body that is not what the API's description says.
struct WireProblem: Error, Hashable, Sendable {
  let expected: String
  /// Where in the body, as in `metadata.totalCount`.
  let at: String
  /// May hold foreign text, at its full length.
  let found: String
}
