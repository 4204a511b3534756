/// The median time of several runs, and what the last of them gave.
///
/// Printing what a run gave keeps the compiler from leaving the run out.
func median<Outcome>(of runs: Int, _ run: () throws -> Outcome) rethrows -> (time: Duration, outcome: Outcome) {
  var outcome = try run()
  let times = try (0..<max(1, runs)).map { _ in
    try ContinuousClock().measure { outcome = try run() }
  }
  return (times.median, outcome)
}

extension [Duration] {
  /// The middle one, the later of two; zero where there are none.
  var median: Duration {
    isEmpty ? .zero : sorted()[count / 2]
  }
}

extension Duration {
  /// In milliseconds, with as many decimals as mean something.
  var milliseconds: String {
    let value = self / .milliseconds(1)
    return value < 20 ? "\((value * 100).rounded() / 100) ms" : "\(Int(value.rounded()).grouped) ms"
  }
}
