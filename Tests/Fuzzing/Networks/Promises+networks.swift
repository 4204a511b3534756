import Elements
import SignInAnalysis

extension Promises {
  /// Reads the input as the address of a sign-in, and as a list of labelled networks.
  mutating func checkNetworks(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    checkKey(of: text)
    do throws(NetworkListError) {
      checkLabels(try LabelledNetworks(csv: text), lines: text.split(whereSeparator: \.isNewline).map(String.init))
    } catch {
      check(error.line >= 1 && error.column >= 1, "\(error.words) is in the list")
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      check(error.line <= lines.count, "\(error.words) is on a line that there is")
    }
  }

  private mutating func checkKey(of text: String) {
    guard let key = AddressKey(text) else { return }
    let written = key.description
    check(written.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(written) is plain ASCII")
    let network = IPNetwork(query: written)
    check(network == key.network, "\(written) is read as it was written")
    check(key.neighbourhood.contains(key.network), "\(written) is in its neighbourhood")
    check(IPNetwork(address: text).map(key.network.contains) == true, "\(text) is in \(written)")
  }

  /// What holds an address of the list's own networks is the longest that does.
  private mutating func checkLabels(_ networks: LabelledNetworks, lines: [String]) {
    check(networks.count <= lines.count, "a line is a network at most")
    for line in lines.prefix(20) {
      guard let network = IPNetwork(cidr: String(line.prefix { $0 != "," })) else { continue }
      let label = networks[network.base]
      check(label.map { $0.network.contains(network.base) } ?? true, "\(line) is labelled by a network that holds it")
    }
  }
}
