import SignInAnalysis

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The process's resident memory in MB of 1,048,576 bytes; nil where the system has no `/proc`.
func residentMemory() -> Double? {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") })
  else { return nil }
  return line.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 / 1_024 }
}

/// Fills one table page by page and writes the memory at each size.
/// - Returns: the table.
func measureMemory(_ sample: SampleTenant) throws -> SignInTable {
  var table = SignInTable()
  let before = residentMemory()
  for size in RisktopBench.sizes {
    _ = sample.grow(&table, to: size)
    let after = residentMemory()
    let snapshot = table.snapshot()
    ResultLine(
      what: "resident memory of the process", count: table.count, result: megabytes(after),
      remark: "\(megabytes(before)) before; \(snapshot.users.count.grouped) users, "
        + "\(snapshot.addresses.count.grouped) addresses, \(snapshot.places.count.grouped) places"
    ).write()
  }
  return table
}

func megabytes(_ value: Double?) -> String {
  value.map { "\(($0 * 10).rounded() / 10) MB" } ?? "unknown"
}
