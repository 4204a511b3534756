// swift-tools-version: 6.1
import PackageDescription

/// What a protocol costs as a type is written where it is paid.
let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// Throws changed inputs at whatever reads foreign bytes, with libFuzzer.
///
/// A package of its own, so that nobody who builds the program builds this. Its sources are links to those of the
/// program, so that they, and no library, are built with counters of what ran. Of `ElementsHTTP` it has what reads
/// answers, without what sends requests: a file that `Wire` comes to need is linked beside it.
let package = Package(
  name: "risktop-fuzzing",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Elements", swiftSettings: strict),
    .target(name: "ElementsHTTP", dependencies: ["Elements"], swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Elements", "SignInAnalysis", "SafeText"], swiftSettings: strict),
    .target(name: "SafeText", swiftSettings: strict),
    .target(name: "SignInAnalysis", dependencies: ["Elements"], swiftSettings: strict),
    .target(
      name: "FuzzTargets", dependencies: ["Elements", "ElementsHTTP", "Reports", "SafeText", "SignInAnalysis"],
      exclude: ["Corpus"], swiftSettings: strict),
    .executableTarget(
      name: "risktop-fuzz", dependencies: ["FuzzTargets"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
  ],
  swiftLanguageModes: [.v6]
)
