import ElementsHTTP
import Synchronization
import Testing

@testable import risktop

@Suite struct HoldUpsTests {
  /// What somebody sees who looks whenever there is something new.
  private final class Watcher: Sendable {
    private let now = Mutex<Int64>(1_795_000_000)
    private let changes = Mutex(0)

    var count: Int { changes.withLock { $0 } }

    func holdUps() -> HoldUps {
      HoldUps {
        self.now.withLock { $0 }
      } onChange: {
        self.changes.withLock { $0 += 1 }
      }
    }

    func pass(_ seconds: Int64) { now.withLock { $0 += seconds } }
  }

  private func status(pause: Duration?) -> GateStatus {
    GateStatus(inFlight: 0, waiting: 3, limit: 6, pause: pause)
  }

  @Test func `A pause that grows is told again, with its new end`() {
    let watcher = Watcher()
    let holdUps = watcher.holdUps()
    holdUps.note(status(pause: .seconds(5)))
    #expect(holdUps.current?.end.unixSeconds == 1_795_000_006)
    holdUps.note(status(pause: .seconds(60)))
    #expect(watcher.count == 2 && holdUps.current?.end.unixSeconds == 1_795_000_061)
  }

  @Test func `The same pause, reported again and again while it gets shorter, is told once`() {
    let watcher = Watcher()
    let holdUps = watcher.holdUps()
    holdUps.note(status(pause: .seconds(10)))
    for left in (1...9).reversed() {
      holdUps.note(status(pause: .seconds(Double(left) + 0.9)))
      watcher.pass(1)
      holdUps.note(status(pause: .seconds(Double(left) + 0.001)))
    }
    #expect(watcher.count == 1 && holdUps.current?.end.unixSeconds == 1_795_000_011)
  }

  @Test func `The end of a pause is told once`() {
    let watcher = Watcher()
    let holdUps = watcher.holdUps()
    holdUps.note(status(pause: .seconds(10)))
    for _ in 0..<3 { holdUps.note(status(pause: nil)) }
    #expect(watcher.count == 2 && holdUps.current == nil)
  }
}
