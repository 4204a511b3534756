/// Decides which records of a list fulfil a filter, one after the other.
public struct RecordMatcher {
  private var tree: MatchTree<TermJudge>

  public init(_ filter: Filter) {
    tree = MatchTree(filter.root, effort: { $0.field == nil ? 1 : 0 }, leaf: { TermJudge($0) })
  }

  public mutating func verdict(on record: some FilterRecord) -> FilterVerdict {
    tree.verdict { $0.verdict(on: record) }
  }
}
