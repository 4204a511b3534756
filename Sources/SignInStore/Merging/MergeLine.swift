import Elements

/// Down to where a merge is complete: the latest of the times to which each tenant's list is proven.
struct MergeLine: Sendable {
  /// The latest first.
  private var bounds = BlockedList<Bound>()

  private struct Bound: Sendable {
    let ticks: Int64
    let tenant: Int

    func isAbove(_ other: Bound) -> Bool { (other.ticks, tenant) < (ticks, other.tenant) }
  }

  /// Stands for a list of which nothing is known: later than all times.
  static let nothingKnown = Int64.max

  /// In ticks; nil where no list holds the line up.
  var ticks: Int64? { bounds[0]?.ticks }

  var isEmpty: Bool { bounds.isEmpty }

  /// Those whose lists have to be read on before the line can sink.
  var tenants: [Int] {
    guard let ticks else { return [] }
    var tenants: [Int] = []
    while let bound = bounds[tenants.count], bound.ticks == ticks { tenants.append(bound.tenant) }
    return tenants
  }

  /// - Parameters: nil for no bound.
  mutating func move(_ tenant: Int, from old: Int64?, to new: Int64?) {
    guard old != new else { return }
    if let old { bounds.remove(at: place(of: Bound(ticks: old, tenant: tenant))) }
    if let new {
      let bound = Bound(ticks: new, tenant: tenant)
      bounds.insert(bound, at: place(of: bound))
    }
  }

  private func place(of bound: Bound) -> Int { bounds.count { $0.isAbove(bound) } }
}
