/// Hashes of numbers, seeded anew in every process, so that nobody can choose numbers that collide.
///
/// Quicker than `Hasher`, which counts where an index grows: then it needs the hashes of all that it holds.
enum SeededHash {
  private static let seeds = (seed(1), seed(2))

  /// Folds the product of both, of 128 bits, to 64.
  static func hash(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ seeds.0).multipliedFullWidth(by: second ^ seeds.1)
    return product.high ^ product.low
  }

  private static func seed(_ number: Int) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(number)
    return hasher.bits
  }
}
