import ElementsSandbox
import Synchronization

/// The requests that reached a sandbox, in the order of their answers.
final class RequestLog: Sendable {
  private let seen = Mutex<[RecordedRequest]>([])

  func add(_ request: RecordedRequest) { seen.withLock { $0.append(request) } }

  var all: [RecordedRequest] { seen.withLock { $0 } }
  var calls: [RecordedRequest] { all.filter { $0.path != "/connect/token" } }
}
