import Elements

extension ActionCounts {
  private static let shape = "a JSON object with riskyActionCount and normalActionCount"

  /// Reads the body `{"riskyActionCount":10,"normalActionCount":20}`, of which one half may be missing.
  init(wire bytes: UnsafeRawBufferPointer) throws(WireProblem) {
    let object = try WireObject(whole: bytes, expected: Self.shape)
    guard object.contains("riskyActionCount") || object.contains("normalActionCount") else {
      throw WireProblem(expected: Self.shape, at: "the top level", found: "an object with neither")
    }
    self.init(
      risky: try Self.count("riskyActionCount", in: object), normal: try Self.count("normalActionCount", in: object))
  }

  private static func count(_ name: StaticString, in object: WireObject) throws(WireProblem) -> Int? {
    switch object.count(name) {
    case .absent: nil
    case .value(let count): count
    case .unreadable(let found):
      throw WireProblem(expected: "a number of actions", at: name.description, found: found)
    }
  }
}
