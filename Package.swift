// swift-tools-version: 6.1
import PackageDescription

/// What a protocol costs as a type is written where it is paid.
let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// TOMLKit imports the whole of Foundation: where its members were seen, one `contains` of a text would link it, 45 MB.
let withoutFoundation: [SwiftSetting] = strict + [.enableUpcomingFeature("MemberImportVisibility")]

let package = Package(
  name: "risktop",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "risktop", targets: ["risktop"]),
    // For the package in Benchmarks/.
    .library(
      name: "RisktopKit",
      targets: [
        "Elements", "ElementsHTTP", "ElementsSandbox", "SafeText", "Screens", "SignInAnalysis", "SignInStore",
        "TerminalUI", "ViewModels",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: []),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-http2", exact: "1.46.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
  ],
  targets: [
    // What the API is about: values and the client's shape.
    .target(name: "Elements", swiftSettings: strict),
    .target(
      name: "ElementsHTTP",
      dependencies: [
        "CZlib", "Elements",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTP2", package: "swift-nio-http2"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOSOCKS", package: "swift-nio-extras"),
      ],
      swiftSettings: strict, linkerSettings: [.linkedLibrary("z")]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib"),

    // What the user sees and does.
    .target(name: "SignInAnalysis", dependencies: ["Elements"], swiftSettings: strict),
    // What has been read, for as long as the program runs.
    .target(name: "SignInStore", dependencies: ["Elements", "SignInAnalysis"], swiftSettings: strict),
    .target(
      name: "ViewModels", dependencies: ["Elements", "SignInAnalysis", "SignInStore"], swiftSettings: strict),

    // How it looks.
    .target(name: "SafeText", swiftSettings: strict),
    .target(name: "TerminalUI", dependencies: ["SafeText"], swiftSettings: strict),
    .target(name: "Screens", dependencies: ["Assets", "TerminalUI", "ViewModels"], swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Elements", "SignInAnalysis", "SafeText"], swiftSettings: strict),
    .systemLibrary(name: "CNcursesw", path: "Sources/CNcursesw"),
    .target(name: "CTerminalRestore"),
    .target(
      name: "CursesTerminal", dependencies: ["TerminalUI", "CNcursesw", "CTerminalRestore"], swiftSettings: strict,
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),

    // The API over made-up data.
    .target(
      name: "ElementsSandbox",
      dependencies: [
        "Elements", "Assets",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .target(
      name: "Assets", path: "assets", exclude: ["README.md"],
      resources: [.embedInCode("cities.csv"), .embedInCode("land.bin")], swiftSettings: strict),

    // What is in force, and where it came from.
    .target(name: "CProcess"),
    .target(
      name: "Settings",
      dependencies: [
        "CProcess", "CTerminalRestore", "Elements", "ElementsHTTP", "SafeText", "SignInAnalysis",
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: withoutFoundation),

    // The commands without their flags.
    .target(
      name: "CommandLine",
      dependencies: ["Elements", "Reports", "SafeText", "Settings", "SignInAnalysis", "SignInStore", "ViewModels"],
      swiftSettings: withoutFoundation),
    .target(
      name: "Doctor",
      dependencies: ["CommandLine", "Elements", "ElementsHTTP", "SafeText", "Settings", "ViewModels"],
      swiftSettings: withoutFoundation),
    .executableTarget(
      name: "risktop",
      dependencies: [
        "CProcess", "CommandLine", "CursesTerminal", "Doctor", "Elements", "ElementsHTTP", "ElementsSandbox",
        "Reports", "SafeText", "Screens", "Settings", "SignInAnalysis", "TerminalUI", "ViewModels",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: withoutFoundation),

    .target(name: "Randomness", path: "Tests/Randomness", swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(name: "ElementsTests", dependencies: ["Randomness", "Elements"], swiftSettings: strict),
    .testTarget(
      name: "ElementsHTTPTests",
      dependencies: [
        "Randomness", "ElementsHTTP", "Elements", "ElementsSandbox", "SignInStore", "ViewModels",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP2", package: "swift-nio-http2"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["Certificates"], swiftSettings: strict),
    .testTarget(
      name: "ElementsSandboxTests",
      dependencies: [
        "ElementsSandbox", "SignInAnalysis", "Elements", "Assets",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SignInAnalysisTests", dependencies: ["Randomness", "SignInAnalysis", "Elements"], swiftSettings: strict),
    .target(name: "ElementsFakes", dependencies: ["Elements"], path: "Tests/ElementsFakes", swiftSettings: strict),
    .testTarget(
      name: "SignInStoreTests",
      dependencies: ["Randomness", "ElementsFakes", "SignInStore", "SignInAnalysis", "Elements"],
      swiftSettings: strict),
    .testTarget(
      name: "ViewModelsTests",
      dependencies: ["Randomness", "ElementsFakes", "ViewModels", "SignInAnalysis", "SignInStore", "Elements"],
      swiftSettings: strict),
    .testTarget(name: "SafeTextTests", dependencies: ["Randomness", "SafeText"], swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: ["Randomness", "TerminalUI", "SafeText"], swiftSettings: strict),
    .testTarget(
      name: "CursesTerminalTests", dependencies: ["CursesTerminal", "TerminalUI"], swiftSettings: strict),
    .testTarget(
      name: "ScreensTests", dependencies: ["Screens", "ViewModels", "TerminalUI", "Elements"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "SafeText", "SignInAnalysis", "Elements"], exclude: ["Schemas"],
      swiftSettings: strict),
    // What must hold for whatever bytes come, and the bytes that were worth keeping.
    .target(
      name: "FuzzTargets", dependencies: ["Elements", "ElementsHTTP", "Reports", "SafeText", "SignInAnalysis"],
      path: "Tests/Fuzzing", exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(name: "FuzzingTests", dependencies: ["FuzzTargets"], swiftSettings: strict),
    .testTarget(
      name: "SettingsTests", dependencies: ["Settings", "Elements", "SignInStore"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["CommandLine", "Elements", "Reports", "SafeText", "SignInAnalysis", "ViewModels"],
      swiftSettings: strict),
    // The program itself, in a real terminal.
    .testTarget(
      name: "RisktopTests", dependencies: ["risktop", "ElementsHTTP", "ElementsSandbox", "Elements"],
      exclude: ["README.md"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
