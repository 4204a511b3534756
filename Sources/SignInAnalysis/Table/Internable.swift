/// A value that is told apart by its bytes.
///
/// `==` is no use for it: it takes texts for equal whose accents are encoded differently, and what is kept must be
/// what came. Nor is `hashValue`: the encodings of one text would all share it, as many as a hostile server likes.
protocol Internable: Sendable {
  func hash(exactlyInto hasher: inout Hasher)
  func isExactly(_ other: Self) -> Bool
}

extension Internable {
  var exactHash: UInt64 {
    var hasher = Hasher()
    hash(exactlyInto: &hasher)
    return hasher.bits
  }
}

extension Hasher {
  /// The result; seeded anew in every process, so that nobody can choose values that collide.
  var bits: UInt64 {
    UInt64(bitPattern: Int64(finalize()))
  }

  mutating func combine(bytesOf text: String) {
    var text = text
    text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Tells nil from an empty text, and where a text ends from where the next one starts.
  mutating func combine(exactly text: String?) {
    combine(text?.utf8.count)
    if let text { combine(bytesOf: text) }
  }
}

extension String? {
  /// Whether both are nil, or both the same bytes.
  func isExactly(_ other: String?) -> Bool {
    guard var left = self, var right = other else { return self == nil && other == nil }
    return left.withUTF8 { left in
      right.withUTF8 { UnsafeRawBufferPointer(left).isExactly(UnsafeRawBufferPointer($0)) }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Compares eight bytes at a time: the texts of a known user or place are compared at every sign-in.
  fileprivate func isExactly(_ other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    let areWordsSame = stride(from: 0, through: count - 8, by: 8).allSatisfy {
      loadUnaligned(fromByteOffset: $0, as: UInt64.self) == other.loadUnaligned(fromByteOffset: $0, as: UInt64.self)
    }
    return areWordsSame && suffix(count % 8).elementsEqual(other.suffix(count % 8))
  }
}
