import AsyncHTTPClient
import NIOPosix

/// Gets one URL many times over, two calls at once, with the HTTP client alone: what a program that reads as many pages
/// can't go below. `compare.py` measures its CPU.
///
///     risktop-http-floor URL BEARER COUNT
@main
struct HTTPFloor {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[3]) else {
      return print("usage: risktop-http-floor URL BEARER COUNT")
    }
    var configuration = HTTPClient.Configuration()
    configuration.decompression = .enabled(limit: .none)
    let client = HTTPClient(
      eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: 1)), configuration: configuration)
    var request = HTTPClientRequest(url: arguments[1])
    request.headers = ["Authorization": "Bearer \(arguments[2])", "Accept-Encoding": "gzip, deflate"]
    let lanes = 2
    let bytes = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<lanes {
        group.addTask { [request] in
          var bytes = 0
          for _ in 0..<count / lanes {
            let answer = try await client.execute(request, deadline: .distantFuture)
            bytes += try await answer.body.collect(upTo: 16 * 1_024 * 1_024).readableBytes
          }
          return bytes
        }
      }
      var bytes = 0
      for try await more in group { bytes += more }
      return bytes
    }
    try await client.shutdown()
    print("\(bytes) bytes")
  }
}
