import FuzzTargets

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What libFuzzer calls with each input. A broken promise ends the process, which makes libFuzzer keep the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let broken = target.brokenPromises(on: Array(UnsafeBufferPointer(start: start, count: count)))
  if !broken.isEmpty { fatalError(broken.joined(separator: "\n")) }
  return 0
}

/// From `RISKTOP_FUZZ`: libFuzzer has the command line to itself.
private let target: FuzzTarget = {
  let name = getenv("RISKTOP_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("RISKTOP_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return target
}()
