import Elements
import ElementsSandbox
import SignInAnalysis

/// Measures the parts of risktop that have to be fast, and prints one Markdown table.
///
/// The process's memory is measured first, before anything else has been in it. `risktop-bench dashboard 1000000`
/// measures that of a dashboard with so many rows, and nothing else. `risktop-bench month 1 10` counts the signals of
/// an ordinary month, made up by seed 1, in which 10 of 100 people have no telephone for work, and measures no time.
@main
struct RisktopBench {
  static let sizes = [100_000, 1_000_000]

  @MainActor
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "month" {
      let numbers = arguments.dropFirst().compactMap { Int($0) }
      var life = OrdinaryLife(
        OrdinaryMonth(
          seed: UInt64(numbers.first?.magnitude ?? 1), percentWithoutTelephone: numbers.dropFirst().first ?? 10,
          start: SampleTenant.now))
      return life.run()
    }
    print(ResultLine.heading)
    if arguments.first == "dashboard" {
      let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
      return try await measureResidentDashboard(SampleTenant(signIns: count), count: count)
    }
    let sample = try SampleTenant(signIns: 1_000_000)
    var tables: [SignInTable] = [try measureMemory(sample)]
    tables.insert(sample.table(of: sizes[0]).table, at: 0)
    measureAppending(sample)
    try await measureReading(sample)
    await measureCounts()
    await measureTenants()
    try measureDecoding(sample)
    for table in tables { try measureFilters(table.snapshot()) }
    for table in tables { measureSorting(table.snapshot()) }
    for table in tables { measureViews(table.snapshot()) }
    measureSignals(sample)
    measureFitting(sample)
    try await measureFrame(sample)
  }
}
