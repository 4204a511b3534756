/// A body that is not what the API's description says.
struct WireProblem: Error, Hashable, Sendable {
  let expected: String
  /// Where in the body, as in `metadata.totalCount`.
  let at: String
  /// May hold foreign text, at its full length.
  let found: String
}

extension WireProblem {
  init(_ problem: JSONProblem, expected: String, in body: UnsafeRawBufferPointer) {
    switch problem {
    case .malformed: self.init(expected: expected, at: "the top level", found: Excerpt.of(body))
    case .tooManyRows: self.init(expected: "a page of rows", at: "data", found: "too many")
    }
  }
}
