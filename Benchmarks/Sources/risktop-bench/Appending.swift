import SignInAnalysis

/// Fills tables page by page.
func measureAppending(_ sample: SampleTenant) {
  for size in RisktopBench.sizes {
    let times = (0..<3).map { _ in sample.table(of: size).time }
    ResultLine(
      what: "append to the table, in pages of 100", count: size, result: times.median.milliseconds
    ).write()
  }
}
