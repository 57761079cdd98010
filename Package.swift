// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of ours: it may import only the modules and products named here.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one module; what else they import stands beside it.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    swiftSettings: strict
  )
}

let package = Package(
  name: "assay",
  products: [.executable(name: "assay", targets: ["assay"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 0: numbers.
    module("Geometry"),
    module("Statistics"),
    module("Digests", ["CCrypto"]),

    // Floor 1: words.
    module("Annotations", ["Geometry"]),
    module("Findings"),

    // Floor 2: do one thing.
    module("Formats", ["Annotations", "Digests", "Geometry", "CXML2", "CZlib"]),
    module("Metrics", ["Annotations", "Geometry", "Statistics", "Findings"]),
    module("Embeddings", ["Annotations", "Statistics", "Findings", "COpenBLAS", "CHNSW"]),
    module("Imaging", ["Annotations", "Digests", "Geometry", "CTurboJPEG", "CPNG"]),

    // Floor 3: judge, show.
    module(
      "Audits",
      [
        "Annotations", "Geometry", "Statistics", "Findings", "Formats", "Metrics", "Embeddings",
        "Imaging",
      ]
    ),
    module("Reports", ["Findings"]),
    module("Ledger", ["Digests", "Findings", .product(name: "GRDB", package: "GRDB.swift")]),

    // Floor 4: the program.
    .executableTarget(
      name: "assay",
      dependencies: [
        "Annotations", "Findings", "Formats", "Geometry", "Metrics", "Embeddings", "Imaging",
        "Audits", "Reports", "Statistics", "Digests", "Ledger",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        "Yams",
      ],
      swiftSettings: strict
    ),

    // C libraries, each with one importer.
    .systemLibrary(
      name: "CXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    .systemLibrary(
      name: "CCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])]
    ),

    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]
    ),
    .systemLibrary(
      name: "COpenBLAS",
      pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"])]
    ),
    .systemLibrary(
      name: "CTurboJPEG",
      pkgConfig: "libturbojpeg",
      providers: [.apt(["libturbojpeg0-dev"])]
    ),
    .systemLibrary(
      name: "CPNG",
      pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"])]
    ),
    // hnswlib (Debian: libhnswlib-dev) is a C++ header without a pkg-config file.
    .target(name: "CHNSW"),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Geometry"),
    tests("Statistics"),
    tests("Annotations", ["Geometry"]),
    tests("Findings"),
    tests("Formats", ["Annotations", "Geometry", "Statistics"]),
    tests("Metrics", ["Annotations", "Geometry", "Statistics", "Findings", "Formats"]),
    tests("Embeddings", ["Annotations", "Statistics", "Formats", "Digests"]),
    tests("Imaging", ["Annotations", "Geometry"]),
    tests(
      "Audits",
      [
        "Annotations", "Geometry", "Statistics", "Findings", "Formats", "Metrics", "Embeddings",
        "Imaging",
      ]
    ),
    tests("Reports", ["Findings"]),
    tests("Ledger", ["Digests", "Findings", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["assay", "Findings", "TestSupport"],
      swiftSettings: strict
    ),
  ],
  cxxLanguageStandard: .cxx17
)
