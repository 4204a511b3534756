#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A page as a reader sees it that knows of no dialect and forgives nothing.
struct BodyShape: Decodable {
  private let data: [Anything]

  private struct Anything: Decodable {
    init(from decoder: any Decoder) {}
  }

  /// How many elements `data` has; nil for what is no JSON in UTF-8 with an array of that name.
  static func rows(of body: [UInt8]) -> Int? {
    guard String(validating: body, as: UTF8.self) != nil else { return nil }
    return try? JSONDecoder().decode(BodyShape.self, from: Data(body)).data.count
  }
}
