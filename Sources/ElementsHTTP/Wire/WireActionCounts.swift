import Elements

/// The body `{"riskyActionCount":10,"normalActionCount":20}`, of which one half may be missing.
struct WireActionCounts: Decodable {
  let counts: ActionCounts

  init(from decoder: any Decoder) throws {
    guard var object = try? WireObject(decoder) else {
      throw WireProblem(expected: Self.shape, at: "the top level", found: try WireScalar(from: decoder).shown)
    }
    guard object.contains("riskyActionCount") || object.contains("normalActionCount") else {
      throw WireProblem(expected: Self.shape, at: "the top level", found: "an object with neither")
    }
    counts = ActionCounts(
      risky: try Self.count("riskyActionCount", in: &object), normal: try Self.count("normalActionCount", in: &object))
  }

  private static let shape = "a JSON object with riskyActionCount and normalActionCount"

  private static func count(_ name: String, in object: inout WireObject) throws -> Int? {
    switch object.count(name) {
    case .absent: return nil
    case .value(let count): return count
    case .unreadable(let found): throw WireProblem(expected: "a number of actions", at: name, found: found)
    }
  }
}
