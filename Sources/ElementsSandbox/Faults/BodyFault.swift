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

  /// The body to send in place of `json`; `leave` is called just before its end leaves, where that `isSlow`.
  func body(_ json: [UInt8], leave: @escaping @Sendable () -> Void) -> ResponseBody {
    let whole = ByteBuffer(bytes: hasByteOrderMark ? BodyFault.byteOrderMark + json : json)
    return switch ending {
    case nil: ResponseBody(byteBuffer: whole)
    case .short: ResponseBody(byteBuffer: whole.firstHalf)
    case .cut: BodyFault.cut(whole, leave)
    case .drip(let pieces, let pause): BodyFault.drip(whole, pieces, pause, leave)
    }
  }

  private static func cut(_ whole: ByteBuffer, _ leave: @escaping @Sendable () -> Void) -> ResponseBody {
    ResponseBody(contentLength: whole.readableBytes) { writer in
      leave()
      try await writer.write(whole.firstHalf)
      throw CutOff()
    }
  }

  private static func drip(
    _ whole: ByteBuffer, _ pieces: Int, _ pause: Duration, _ leave: @escaping @Sendable () -> Void
  ) -> ResponseBody {
    ResponseBody(contentLength: whole.readableBytes) { writer in
      // Who goes away before the end has left too.
      defer { leave() }
      var rest = whole
      while rest.readableBytes > 0, let piece = rest.readSlice(upTo: 1 + whole.readableBytes / pieces) {
        try await Task.sleep(for: pause)
        if rest.readableBytes == 0 { leave() }
        try await writer.write(piece)
      }
      try await writer.finish(nil)
    }
  }

  /// Makes the server close the connection.
  private struct CutOff: Error {}
}

extension ByteBuffer {
  fileprivate mutating func readSlice(upTo length: Int) -> ByteBuffer? {
    readSlice(length: min(length, readableBytes))
  }

  fileprivate var firstHalf: ByteBuffer {
    getSlice(at: readerIndex, length: readableBytes / 2) ?? ByteBuffer()
  }
}
