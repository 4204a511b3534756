// swift-tools-version: 6.1
import PackageDescription

/// Measures the parts of risktop; a package of its own, so that nobody who builds the program builds this.
let package = Package(
  name: "risktop-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "risktop", path: "..")
  ],
  targets: [
    .executableTarget(name: "risktop-bench", dependencies: [.product(name: "RisktopKit", package: "risktop")])
  ],
  swiftLanguageModes: [.v6]
)
