#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension WireObject {
  /// The object that the whole of a body is.
  /// - Parameters:
  ///   - expected: the body's shape, for the error.
  ///   - visit: reads the value of a key, or leaves it and gives nil.
  init(
    whole bytes: UnsafeRawBufferPointer, expected: String,
    visiting visit: (JSONToken, inout JSONReader) throws(JSONProblem) -> JSONToken? = { (_, _) in nil }
  ) throws(WireProblem) {
    self.init(in: bytes)
    var reader = JSONReader(bytes)
    var other: JSONToken?
    do throws(JSONProblem) {
      if try reader.isNext(.object) { try read(&reader, visiting: visit) } else { other = try reader.value() }
      try reader.finish()
    } catch {
      throw WireProblem(error, expected: expected, in: bytes)
    }
    if other == nil, isReadable { return }
    let found = other.map { WireScalar($0, in: bytes) } ?? .unrepresentable
    throw WireProblem(expected: expected, at: "the top level", found: found.shown)
  }
}

extension Data {
  /// The bytes for as long as `read` reads them, without U+FEFF at the start, which some servers send and JSON forbids.
  func withJSON<Value>(_ read: (UnsafeRawBufferPointer) throws(WireProblem) -> Value) throws(WireProblem) -> Value {
    let result = withUnsafeBytes { bytes in
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return Result { () throws(WireProblem) in try read(UnsafeRawBufferPointer(rebasing: bytes[start...])) }
    }
    return try result.get()
  }
}
