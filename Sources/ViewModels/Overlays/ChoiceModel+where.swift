import SignInAnalysis

extension ChoiceModel {
  /// An address, or the network that it is in.
  convenience init(where address: String, or network: SightingSubject) {
    self.init(
      "Where else",
      [
        Item(text: "this address") { .open(.sightings(.address(address), named: address)) },
        Item(text: "its network (/64)") { .open(.sightings(network, named: "\(address)/64")) },
      ])
  }
}
