import Elements
import Foundation
import Testing

@testable import ElementsHTTP

@Suite(.timeLimit(.minutes(10))) struct NameLookUpTests {
  @Test(arguments: [("127.0.0.1", "127.0.0.1"), ("::1", "::1")])
  func anAddressIsItsOwnName(host: String, address: String) async throws {
    #expect(try await NameLookUp.system.addresses(of: host, within: .seconds(30)) == [address])
  }

  @Test func aHostOfThisMachineHasEachAddressOnce() async throws {
    let addresses = try await NameLookUp.system.addresses(of: "localhost", within: .seconds(30))
    #expect(!addresses.isEmpty)
    #expect(Set(addresses).isSubset(of: ["127.0.0.1", "::1"]) && Set(addresses).count == addresses.count)
  }

  @Test func whatNoNameCanBeHasNoAddress() async {
    await #expect(throws: ElementsError.Reason.unreachable(host: "a b", cause: "no such name")) {
      try await NameLookUp.system.addresses(of: "a b", within: .seconds(30))
    }
  }

  @Test func aLookUpThatTakesTooLongIsNotWaitedFor() async {
    let end = DispatchSemaphore(value: 0)
    defer { end.signal() }
    let names = NameLookUp { _ in
      end.wait()
      return .success([])
    }
    let late = ElementsError.Reason.unreachable(host: "slow", cause: "the name was not resolved within 0.02 s")
    await #expect(throws: late) { try await names.addresses(of: "slow", within: .milliseconds(20)) }
  }

  @Test func aCancelledLookUpEndsAtOnce() async {
    let (end, begun) = (DispatchSemaphore(value: 0), Shared(false))
    defer { end.signal() }
    let names = NameLookUp { _ in
      begun.change { $0 = true }
      end.wait()
      return .success([])
    }
    let task = Task { try await names.addresses(of: "slow", within: .seconds(600)) }
    try? await eventually { begun.value }
    task.cancel()
    await #expect(throws: ElementsError.Reason.cancelled) { try await task.value }
  }
}
