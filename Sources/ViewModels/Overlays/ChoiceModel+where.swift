import SignInAnalysis

extension ChoiceModel {
  /// An address, or the network that it is in.
  convenience init(where address: SightingSubject, or network: SightingSubject) {
    let items = [("this address", address), ("its network (/64)", network)].map { text, subject in
      Item(text: text) { .open(.sightings(subject)) }
    }
    self.init("Where else", items)
  }
}
