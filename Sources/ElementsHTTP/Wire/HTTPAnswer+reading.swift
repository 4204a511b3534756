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
    guard hasContent else {
      // Nothing on the first page is an empty list. Nothing farther on tells nothing about the list.
      guard asked.index == 1 else {
        throw WireProblem(expected: WirePage<Row>.shape, at: "the top level", found: Self.noContent)
      }
      return Page(items: [], index: 1, size: asked.size, totalCount: 0)
    }
    return try body.withJSON { bytes throws(WireProblem) in
      try WirePage<Row>(bytes, hiding: secrets).page(asked: asked)
    }
  }

  func actionCounts() throws(WireProblem) -> ActionCounts {
    guard hasContent else { return ActionCounts(risky: nil, normal: nil) }
    return try body.withJSON { bytes throws(WireProblem) in try ActionCounts(wire: bytes) }
  }

  private static let noContent = "no content (status 204)"

  /// A server that has nothing to say may say so by its status; an empty body alone is a broken answer.
  private var hasContent: Bool { status != 204 || !body.isEmpty }
}
