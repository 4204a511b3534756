import Elements

/// An address as it is sorted: by its number, then as it was sent; what can't be read after all that can.
struct SortAddress {
  /// What `Ranking` compares.
  let parts: [Part?]

  enum Part: Comparable, Sendable {
    /// A network that is not known to the end is after its first address.
    case number(IPAddress, blackedOut: Int)
    case text(SortText)
  }

  init(_ address: String?) {
    let network = address.flatMap(IPNetwork.init(address:))
    let number = network.map { Part.number($0.base, blackedOut: 128 - $0.prefixLength) }
    parts = [number, SortText(address).map(Part.text)]
  }
}
