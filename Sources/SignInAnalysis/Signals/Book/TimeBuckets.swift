/// A stretch of time, numbered upwards, with the first and the last of what was seen in it.
protocol TimeBucket: Sendable {
  var number: Int64 { get }
  init(ticks: Int64)
  mutating func absorb(_ other: Self)
}

/// Stretches of time in which something was seen, upwards. Adding costs what is added and a pass over what is there.
struct TimeBuckets<Bucket: TimeBucket>: Sendable {
  private(set) var buckets: [Bucket] = []

  mutating func add(_ times: [Int64]) {
    let added = TimeBuckets.merged(times.sorted().lazy.map(Bucket.init))
    guard let first = added.first else { return }
    let kept = firstIndex(notBefore: first.number)
    let tail = TimeBuckets.merged(TimeBuckets.inOrder(Array(buckets[kept...]), added))
    buckets.replaceSubrange(kept..., with: tail)
  }

  func firstIndex(notBefore number: Int64) -> Int {
    var (low, high) = (0, buckets.count)
    while low < high {
      let middle = (low + high) / 2
      if buckets[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func merged(_ sorted: some Sequence<Bucket>) -> [Bucket] {
    sorted.reduce(into: []) { merged, bucket in
      if let last = merged.last, last.number == bucket.number {
        merged[merged.count - 1].absorb(bucket)
      } else {
        merged.append(bucket)
      }
    }
  }

  private static func inOrder(_ left: [Bucket], _ right: [Bucket]) -> [Bucket] {
    var (all, rest) = ([] as [Bucket], right[...])
    all.reserveCapacity(left.count + right.count)
    for bucket in left {
      while let next = rest.first, next.number <= bucket.number { all.append(rest.removeFirst()) }
      all.append(bucket)
    }
    return all + rest
  }
}
