import Elements

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension HTTPAnswer {
  func page<Row: WireRow>(asked: PageRequest, of row: Row.Type) throws(WireProblem) -> Page<Row> {
    try read(WirePage<Row>.self, expected: "a JSON object with data and metadata").page(asked: asked)
  }

  func actionCounts() throws(WireProblem) -> ActionCounts {
    try read(WireActionCounts.self, expected: "a JSON object with riskyActionCount and normalActionCount").counts
  }

  private func read<Value: Decodable>(_ type: Value.Type, expected: String) throws(WireProblem) -> Value {
    do {
      return try JSONDecoder().decode(type, from: readableBody)
    } catch let problem as WireProblem {
      throw problem
    } catch {
      throw WireProblem(expected: expected, at: "the top level", found: Excerpt.of(body))
    }
  }

  /// JSON is UTF-8; where a name is not, it alone is damaged and the rest still read.
  private var readableBody: Data {
    let json = body.withoutByteOrderMark
    return String(validating: json, as: UTF8.self) == nil ? Data(String(decoding: json, as: UTF8.self).utf8) : json
  }
}
