import HTTPTypes
import Hummingbird
import NIOCore

/// How the body of a good answer goes wrong on its way.
struct BodyFault: Sendable {
  /// How it ends, where it does not end well.
  enum Ending: Sendable {
    /// The text is cut off, and all that is left of it comes.
    case short
    /// All is announced, half of it comes, and the connection closes.
    case cut
    /// All of it comes, in so many pieces with a pause before each.
    case drip(pieces: Int, pause: Duration)
  }

  static let none = BodyFault()
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private(set) var hasByteOrderMark = false
  private(set) var ending: Ending?

  private init() {}

  init(_ dice: FaultDice, call: UInt64, dripPause: Duration) {
    hasByteOrderMark = dice.strikes(.bom, call: call)
    if dice.strikes(.cut, call: call) {
      ending = .cut
    } else if dice.strikes(.short, call: call) {
      ending = .short
    } else if dice.strikes(.drip, call: call) {
      ending = .drip(pieces: 64, pause: dripPause)
    }
  }

  /// Whether the answer is still under way when its head has left.
  var isSlow: Bool {
    switch ending {
    case .cut, .drip: true
    case .short, nil: false
    }
  }

  /// The body to send in place of `json`; `leaving` is called just before its end leaves, where that `isSlow`.
  func body(_ json: [UInt8], leaving: @escaping @Sendable () -> Void) -> ResponseBody {
    let whole = ByteBuffer(bytes: hasByteOrderMark ? BodyFault.byteOrderMark + json : json)
    switch ending {
    case nil: return ResponseBody(byteBuffer: whole)
    case .short: return ResponseBody(byteBuffer: whole.firstHalf)
    case .cut:
      return ResponseBody(contentLength: whole.readableBytes) { writer in
        leaving()
        try await writer.write(whole.firstHalf)
        throw CutOff()
      }
    case .drip(let count, let pause):
      return ResponseBody(contentLength: whole.readableBytes) { writer in
        var rest = whole
        while let piece = rest.readSlice(length: min(rest.readableBytes, 1 + whole.readableBytes / count)) {
          try await Task.sleep(for: pause)
          if rest.readableBytes == 0 { leaving() }
          try await writer.write(piece)
          if rest.readableBytes == 0 { break }
        }
        try await writer.finish(nil)
      }
    }
  }

  /// Makes the server close the connection.
  private struct CutOff: Error {}
}

extension ByteBuffer {
  fileprivate var firstHalf: ByteBuffer {
    getSlice(at: readerIndex, length: readableBytes / 2) ?? ByteBuffer()
  }
}
