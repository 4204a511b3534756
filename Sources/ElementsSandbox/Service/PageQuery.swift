import Hummingbird

/// Which page a request asks for, after the API has corrected what it corrects.
struct PageQuery: Sendable {
  /// Counted from 1.
  let index: Int
  /// In 1...100.
  let size: Int

  /// The API cuts a larger page to this.
  static let largestSize = 100

  /// Throws a 400 for what is no number or below 1. `largest` is in 1...100.
  init(_ query: Query, defaultSize: Int, largest: Int = PageQuery.largestSize) throws(Problem) {
    index = try query.number("pageIndex") ?? 1
    size = min(largest, try query.number("pageSize") ?? defaultSize)
  }

  /// Empty far behind the end of any list.
  var positions: Range<Int> {
    let (first, overflow) = (index - 1).multipliedReportingOverflow(by: size)
    let (end, overflowOfEnd) = first.addingReportingOverflow(size)
    return overflow || overflowOfEnd ? Int.max..<Int.max : first..<end
  }
}

/// A request's parameters, read strictly.
struct Query: Sendable {
  private let values: [(name: String, value: String)]

  init(_ request: Request) {
    values = request.uri.queryParameters.map { (name: String($0.key), value: String($0.value)) }
  }

  /// Names compare without case, as the API's server does.
  subscript(_ name: String) -> String? {
    values.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  func number(_ name: String) throws(Problem) -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text), number >= 1 else {
      throw .badRequest(name, "The value '\(text)' is not a number of at least 1.")
    }
    return number
  }

  func flag(_ name: String) throws(Problem) -> Bool? {
    guard let text = self[name] else { return nil }
    switch text.lowercased() {
    case "true": return true
    case "false": return false
    default: throw .badRequest(name, "The value '\(text)' is not valid.")
    }
  }
}
