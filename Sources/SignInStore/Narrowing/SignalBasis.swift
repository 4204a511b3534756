import SignInAnalysis

/// What a narrowed list knows of signals.
public struct SignalBasis: Sendable {
  public let index: SignalIndex
  /// For `net:`.
  public let networks: LabelledNetworks

  public init(_ index: SignalIndex, networks: LabelledNetworks = LabelledNetworks()) {
    self.index = index
    self.networks = networks
  }
}
