import Elements
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds the addresses of a host. A value, so that a test can stand in for the system.
struct NameLookUp: Sendable {
  typealias Outcome = Result<[String], LookUpFailure>

  /// May block for as long as the system likes.
  var lookUp: @Sendable (_ host: String) -> Outcome

  static let system = NameLookUp(lookUp: systemAddresses)

  /// Looks up on a thread where waiting hurts nobody.
  func addresses(of host: String, within limit: Duration) async throws(ElementsError.Reason) -> [String] {
    let (outcomes, first) = AsyncStream.makeStream(of: Outcome.self, bufferingPolicy: .bufferingOldest(1))
    NIOThreadPool.singleton.submit { _ in first.yield(lookUp(host)) }
    let alarm = Task {
      try await Task.sleep(for: limit)
      first.yield(.failure(LookUpFailure(cause: "the name was not resolved within \(limit.secondsText) s")))
    }
    defer { alarm.cancel() }
    for await outcome in outcomes {
      do throws(LookUpFailure) {
        return try outcome.get()
      } catch {
        throw .unreachable(host: host, cause: error.cause)
      }
    }
    throw .cancelled
  }

  private static func systemAddresses(of host: String) -> Outcome {
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, nil, nil, &list)
    defer { if let list { freeaddrinfo(list) } }
    guard status == 0 else { return .failure(LookUpFailure(status: status)) }
    var addresses: [String] = []
    for entry in sequence(first: list, next: { $0?.pointee.ai_next }).compactMap(\.self) {
      // Each address comes once for each kind of socket.
      guard let address = numericText(entry.pointee), !addresses.contains(address) else { continue }
      addresses.append(address)
    }
    return addresses.isEmpty ? .failure(LookUpFailure(cause: "the name has no address")) : .success(addresses)
  }

  private static func numericText(_ entry: addrinfo) -> String? {
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let status = getnameinfo(
      entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
    guard status == 0 else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Why a name has no address, as a short phrase.
struct LookUpFailure: Error, Hashable, Sendable {
  let cause: String

  init(cause: String) {
    self.cause = cause
  }

  /// `status` is that of `getaddrinfo`.
  fileprivate init(status: CInt) {
    switch status {
    case EAI_NONAME: cause = "no such name"
    case EAI_AGAIN: cause = "no name server answered"
    default: cause = "the name could not be resolved (\(String(cString: gai_strerror(status))))"
    }
  }
}
