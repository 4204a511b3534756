// swift-tools-version: 6.1
import PackageDescription

/// Measures the parts of risktop; a package of its own, so that nobody who builds the program builds this.
let package = Package(
  name: "risktop-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "risktop", path: ".."),
    // Those of the program, for what is measured without it.
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
  ],
  targets: [
    .executableTarget(name: "risktop-bench", dependencies: [.product(name: "RisktopKit", package: "risktop")]),
    .executableTarget(
      name: "risktop-http-floor",
      dependencies: [
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
