@preconcurrency import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Watches the terminal and the signals about it from a background queue, and says on the main actor what there is to
/// do.
///
/// It reads no keys: it only says that there are some, and is silent until they were read.
@MainActor
public final class TerminalEvents {
  public enum Event: Sendable {
    case input
    /// The window has another size.
    case resized
    /// Somebody asks the program to stop, as Ctrl-Z does where it is not a key.
    case stopRequested
    /// The process was stopped by somebody else and goes on.
    case continued
    /// The terminal is gone.
    case hungUp
  }

  private let queue = DispatchQueue(label: "risktop.terminal")
  private nonisolated let input: any DispatchSourceRead
  private let signals: (any DispatchSourceRead)?
  private let isInputPaused = Mutex(false)
  private let arrival = Mutex(ContinuousClock.now)

  init(signals descriptor: Int32) {
    input = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: queue)
    signals = descriptor < 0 ? nil : DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    signalDescriptor = descriptor
  }

  private let signalDescriptor: Int32

  /// When the input came that was last told of, however busy the main actor is.
  var inputArrival: ContinuousClock.Instant { arrival.withLock { $0 } }

  /// Starts to call `handle`, on the background queue.
  public func start(_ handle: @escaping @Sendable (Event) -> Void) {
    let descriptor = signalDescriptor
    signals?.setEventHandler { @Sendable in
      for number in Self.pendingSignals(descriptor) {
        switch number {
        case SIGWINCH: handle(.resized)
        case SIGTSTP: handle(.stopRequested)
        default: handle(.continued)
        }
      }
    }
    input.setEventHandler { @Sendable [self] in
      pauseInput()
      arrival.withLock { $0 = .now }
      handle(Self.isHungUp() ? .hungUp : .input)
    }
    signals?.activate()
    input.activate()
  }

  /// The input was read: tell of more.
  public func continueInput() {
    let wasPaused = isInputPaused.withLock { paused in
      defer { paused = false }
      return paused
    }
    if wasPaused { input.resume() }
  }

  func cancel() {
    input.cancel()
    signals?.cancel()
    // A source must not go away while it is paused.
    continueInput()
  }

  /// The source would fire on and on until the main actor gets to read.
  private nonisolated func pauseInput() {
    isInputPaused.withLock { $0 = true }
    input.suspend()
  }

  private nonisolated static func pendingSignals(_ descriptor: Int32) -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }

  private nonisolated static func isHungUp() -> Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, 0) > 0 else { return false }
    return descriptor.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
  }
}
