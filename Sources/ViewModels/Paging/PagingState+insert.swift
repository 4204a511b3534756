import SignInAnalysis

/// Taking a freshly read page in among the fragments.
extension PagingState {
  /// Puts a page where its rows are known, or else where its distance from the end says, and joins what it proves to be joined.
  ///
  /// The page is the newest word about the places it covers: what stood between two of its rows and is not in it has moved or gone.
  mutating func insert(_ page: Fragment) {
    let page = withoutArrivals(page)
    guard !page.rows.isEmpty else { return }
    let overlaps = overlaps(with: page)
    if overlaps.isEmpty {
      fragments.insert(page, at: fragments.firstIndex { $0.top.fromEnd < page.top.fromEnd } ?? fragments.endIndex)
    } else if overlaps.allSatisfy({ isOrderly($0, page) }) {
      merge(page, overlaps)
    } else {
      uproot(page)
    }
    place(page.rows)
    joinAtEqualEdges()
  }

  /// The rows of the page that belong to the view: those that arrived above its head wait for a refresh.
  private func withoutArrivals(_ page: Fragment) -> Fragment {
    guard let headTotal else { return page }
    let estimate = page.top.fromEnd - headTotal
    let known = headRow.flatMap { page.rows.firstIndex(of: $0) }
    let firstPlaced = page.rows.firstIndex(where: contains) ?? page.rows.count
    let arrived = known ?? min(max(0, estimate), firstPlaced)
    guard arrived > 0 else { return page }
    var rest = page
    rest.rows.removeFirst(min(arrived, page.rows.count))
    rest.top = Edge(position: page.top.position + arrived, total: page.top.total)
    return rest
  }

  /// Which rows of one fragment a page holds.
  private struct Overlap {
    let fragment: Int
    /// First and last index within the fragment.
    var span: ClosedRange<Int>
    /// First and last index within the page.
    var pageSpan: ClosedRange<Int>
    var count = 1
  }

  private func overlaps(with page: Fragment) -> [Overlap] {
    let indices = Dictionary(uniqueKeysWithValues: page.rows.enumerated().filter { contains($1) }.map { ($1, $0) })
    guard !indices.isEmpty else { return [] }
    return fragments.indices.compactMap { fragment in
      var overlap: Overlap?
      for (index, row) in fragments[fragment].rows.enumerated() {
        guard let pageIndex = indices[row] else { continue }
        overlap =
          overlap.map { known in
            Overlap(
              fragment: fragment, span: known.span.lowerBound...index,
              pageSpan: min(known.pageSpan.lowerBound, pageIndex)...max(known.pageSpan.upperBound, pageIndex),
              count: known.count + 1)
          } ?? Overlap(fragment: fragment, span: index...index, pageSpan: pageIndex...pageIndex)
      }
      return overlap
    }
  }

  /// Whether a fragment's rows can be replaced by the page's from the first to the last that both hold: not if the page has gathered them
  /// from far apart, as a list without a lasting order does.
  private func isOrderly(_ overlap: Overlap, _ page: Fragment) -> Bool {
    overlap.span.count <= overlap.count + page.rows.count
  }

  private mutating func merge(_ page: Fragment, _ overlaps: [Overlap]) {
    var above: [Fragment] = []
    var below: [Fragment] = []
    var joined = page
    for overlap in overlaps {
      let old = fragments[overlap.fragment]
      displace(old.rows[overlap.span])
      let upper = part(of: old, 0..<overlap.span.lowerBound)
      let lower = part(of: old, overlap.span.upperBound + 1..<old.rows.count)
      if let upper {
        if overlap.pageSpan.lowerBound == 0, joined.top == page.top {
          joined.rows = upper.rows + joined.rows
          joined.top = upper.top
        } else {
          above.append(upper)
        }
      }
      if let lower {
        if overlap.pageSpan.upperBound == page.rows.count - 1, joined.bottom == page.bottom {
          joined.rows += lower.rows
          joined.bottom = lower.bottom
        } else {
          below.append(lower)
        }
      }
    }
    let first = overlaps[0].fragment
    for overlap in overlaps.reversed() { fragments.remove(at: overlap.fragment) }
    fragments.insert(contentsOf: above + [joined] + below, at: first)
  }

  /// Some rows of a fragment, with the edges they had in it; nil for none.
  private func part(of fragment: Fragment, _ range: Range<Int>) -> Fragment? {
    guard !range.isEmpty else { return nil }
    let top =
      range.lowerBound == 0
      ? fragment.top : Edge(position: fragment.top.position + range.lowerBound, total: fragment.top.total)
    let bottom =
      range.upperBound == fragment.rows.count
      ? fragment.bottom : Edge(position: fragment.top.position + range.upperBound, total: fragment.top.total)
    return Fragment(rows: Array(fragment.rows[range]), top: top, bottom: bottom)
  }

  /// Takes the page's rows out of wherever they were: the server's order has changed, so that nothing about neighbours is proven any more.
  private mutating func uproot(_ page: Fragment) {
    let moved = Set(page.rows)
    for index in fragments.indices { fragments[index].rows.removeAll(where: moved.contains) }
    fragments.removeAll { $0.rows.isEmpty }
    fragments.insert(page, at: fragments.firstIndex { $0.top.fromEnd < page.top.fromEnd } ?? fragments.endIndex)
    markInconsistent()
  }

  /// Two pages that were read under the same total and meet at the same place are neighbours.
  private mutating func joinAtEqualEdges() {
    var joined: [Fragment] = []
    for fragment in fragments {
      if let last = joined.last, last.bottom == fragment.top {
        joined[joined.count - 1].rows += fragment.rows
        joined[joined.count - 1].bottom = fragment.bottom
      } else {
        joined.append(fragment)
      }
    }
    fragments = joined
  }
}
