import Elements
import SignInAnalysis

/// Measures the parts of risktop that have to be fast, and prints one Markdown table.
///
/// The process's memory is measured first, before anything else has been in it.
@main
struct RisktopBench {
  static let sizes = [100_000, 1_000_000]

  @MainActor
  static func main() async throws {
    let sample = try SampleTenant(signIns: 1_000_000)
    print(ResultLine.heading)
    var tables: [SignInTable] = [try measureMemory(sample)]
    tables.insert(sample.table(of: sizes[0]).table, at: 0)
    measureAppending(sample)
    try measureDecoding(sample)
    for table in tables { try measureFilters(table.snapshot()) }
    for table in tables { measureSorting(table.snapshot()) }
    measureFitting(sample)
    try await measureFrame(sample)
  }
}
