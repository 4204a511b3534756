import Synchronization

/// What a server has under way, by its own count.
struct Load: Sendable {
  let calls = Shared(0)
  let most = Shared(0)
  let mostOfOnePath = Shared(0)
  private let underWay = Shared<[String: Int]>([:])

  /// Works on a request for as long as some other tasks get their turn.
  func serve(_ path: String, _ reply: @Sendable (_ number: Int) async -> Reply) async -> Reply {
    let (all, ofPath) = underWay.change { counts in
      counts[path, default: 0] += 1
      return (counts.values.reduce(0, +), counts[path, default: 0])
    }
    let number = calls.change {
      $0 += 1; return $0
    }
    most.change { $0 = max($0, all) }
    mostOfOnePath.change { $0 = max($0, ofPath) }
    for _ in 0..<20 { await Task.yield() }
    let answer = await reply(number)
    underWay.change { counts in counts[path, default: 1] -= 1 }
    return answer
  }
}
