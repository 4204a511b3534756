import Testing

/// Foreign text with what is to be shown of it. A test run names it by the latter: the former could act on the
/// terminal that the tests run in.
struct ForeignCase: Sendable, CustomTestStringConvertible {
  let foreign: String
  let shown: String

  init(_ foreign: String, _ shown: String) {
    self.foreign = foreign
    self.shown = shown
  }

  var testDescription: String { shown }
}

extension String {
  /// In ASCII, with every other scalar as an escape, for messages of failed tests.
  var inASCII: String {
    unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
  }
}
