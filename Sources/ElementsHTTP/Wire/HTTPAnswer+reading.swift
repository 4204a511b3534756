import Elements

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension HTTPAnswer {
  /// - Parameter secrets: are taken out of what is told of rows that can't be read.
  func page<Row: WireRow>(
    asked: PageRequest, of row: Row.Type, hiding secrets: [Secret] = []
  ) throws(WireProblem) -> Page<Row> {
    let expected = "a JSON object with data and metadata"
    guard hasContent else {
      // Nothing on the first page is an empty list. Nothing farther on tells nothing about the list.
      guard asked.index == 1 else { throw WireProblem(expected: expected, at: "the top level", found: Self.noContent) }
      return Page(items: [], index: 1, size: asked.size, totalCount: 0)
    }
    return try read(WirePage<Row>.self, expected: expected).page(asked: asked, hiding: secrets)
  }

  func actionCounts() throws(WireProblem) -> ActionCounts {
    guard hasContent else { return ActionCounts(risky: nil, normal: nil) }
    return try read(WireActionCounts.self, expected: "a JSON object with riskyActionCount and normalActionCount").counts
  }

  private static let noContent = "no content (status 204)"

  /// A server that has nothing to say may say so by its status; an empty body alone is a broken answer.
  private var hasContent: Bool { status != 204 || !body.isEmpty }

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
