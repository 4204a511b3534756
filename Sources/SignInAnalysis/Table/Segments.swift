/// A list that only grows. A copy shares all segments but the last, so that growing copies little on its account.
struct Segments<Element: Sendable>: Sendable {
  private static var size: Int { 1024 }

  private var full: [[Element]] = []
  /// Always shorter than `size`.
  private var open: [Element] = []

  var count: Int { full.count * Segments.size + open.count }

  subscript(index: Int) -> Element {
    let (segment, offset) = index.quotientAndRemainder(dividingBy: Segments.size)
    return segment == full.count ? open[offset] : full[segment][offset]
  }

  mutating func append(_ element: Element) {
    open.append(element)
    if open.count == Segments.size {
      full.append(open.trimmed)
      open = []
    }
  }
}

extension Array {
  /// A copy that has room for nothing more: growing by doubling leaves up to half of an array unused.
  var trimmed: [Element] {
    var copy: [Element] = []
    copy.reserveCapacity(count)
    copy.append(contentsOf: self)
    return copy
  }
}
