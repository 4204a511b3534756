/// What is fuzzed: something that reads the bytes of strangers, with what must hold for all of them.
///
/// The raw value names the folder of its corpus.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Answers of the API: pages of sign-ins and of customers, action counts, refusals.
  case pages
  /// Times, as texts and as ticks.
  case times
  /// The filter language, with its expressions.
  case filters
  /// What is done with a filter's text: pivots and completion.
  case editing
  /// The sanitiser, widths and fitting.
  case texts
  /// What commands write of such texts.
  case reports
  /// Address keys, and lists of labelled networks.
  case networks

  /// What does not hold for this input, a sentence each.
  public func brokenPromises(on input: [UInt8]) -> [String] {
    var promises = Promises()
    switch self {
    case .pages: promises.checkBodies(input)
    case .times: promises.checkTimes(input)
    case .filters: promises.checkFilters(FilterInput(input))
    case .editing:
      promises.checkEditing(FilterInput(input))
      promises.checkLastTerm(FilterInput(input))
      promises.checkCompletion(FilterInput(input))
    case .texts: promises.checkTexts(TextInput(input))
    case .reports: promises.checkReports(of: String(decoding: input, as: UTF8.self))
    case .networks: promises.checkNetworks(input)
    }
    return promises.broken
  }
}
