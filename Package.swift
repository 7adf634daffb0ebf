// swift-tools-version: 6.2

import PackageDescription

/// Settings of the targets that hold no unsafe code at all.
let safe: [SwiftSetting] = [.strictMemorySafety()]

let package = Package(
  name: "relata",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "relata", targets: ["RelataCommand"]),
    .library(name: "Relata", targets: ["Relata"]),
    .library(name: "Gazetteers", targets: ["Gazetteers"]),
    .library(name: "Recognition", targets: ["Corpus", "Recognition"]),
    .library(name: "EntityGraphs", targets: ["EntityGraphs", "Exporters"]),
    .library(name: "GraphAnalysis", targets: ["GraphAnalysis"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    // Under GPL-2.0-or-later: only GraphAnalysis may depend on it.
    .systemLibrary(
      name: "CIGraph", pkgConfig: "igraph",
      providers: [.apt(["libigraph-dev"]), .brew(["igraph"])]),

    .systemLibrary(name: "CAllocator"),
    .systemLibrary(name: "CFileWriting"),

    .target(name: "CByteMasks"),

    .target(
      name: "TextFiles", dependencies: ["CAllocator", "CByteMasks", "CFileWriting", "CZlib"],
      swiftSettings: safe),
    .target(name: "Dates", dependencies: ["TextFiles"], swiftSettings: safe),
    .target(name: "Gazetteers", dependencies: ["TextFiles", "CByteMasks"], swiftSettings: safe),
    .target(
      name: "GazetteerImporters", dependencies: ["Gazetteers", "TextFiles", "CLibXML2"],
      swiftSettings: safe),
    .target(name: "Corpus", dependencies: ["TextFiles", "Dates", "CLibXML2"], swiftSettings: safe),
    .target(
      name: "Recognition", dependencies: ["Gazetteers", "Corpus", "CByteMasks"],
      swiftSettings: safe),
    .target(
      name: "EntityGraphs", dependencies: ["TextFiles", "Dates", "Gazetteers"], swiftSettings: safe),
    .target(
      name: "Cooccurrence",
      dependencies: ["CByteMasks", "TextFiles", "Dates", "Recognition", "EntityGraphs"],
      swiftSettings: safe),
    .target(
      name: "GraphAnalysis", dependencies: ["EntityGraphs", "CIGraph"], swiftSettings: safe),
    .target(
      name: "Exporters", dependencies: ["EntityGraphs", "TextFiles", "Dates", "CLibXML2"],
      resources: [.embedInCode("Page/Parts")], swiftSettings: safe),
    .target(
      name: "Workspaces",
      dependencies: [
        "TextFiles", "Dates", "Gazetteers", "EntityGraphs", "CXXHash",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ], swiftSettings: safe),
    .target(
      name: "Relata",
      dependencies: [
        "TextFiles", "Dates", "Gazetteers", "GazetteerImporters", "Corpus", "Recognition",
        "EntityGraphs", "Cooccurrence", "GraphAnalysis", "Exporters", "Workspaces",
      ], swiftSettings: safe),
    .executableTarget(
      name: "RelataCommand",
      dependencies: [
        "Relata", "Workspaces",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: safe),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "TextFilesTests", dependencies: ["TextFiles", "TestSupport"]),
    .testTarget(name: "DatesTests", dependencies: ["Dates", "TestSupport"]),
    .testTarget(name: "GazetteersTests", dependencies: ["TextFiles", "Gazetteers", "TestSupport"]),
    .testTarget(
      name: "GazetteerImportersTests", dependencies: ["TextFiles", "GazetteerImporters"],
      exclude: ["Fixtures", "generate-samples"]),
    .testTarget(name: "CorpusTests", dependencies: ["Corpus", "Dates", "TestSupport"]),
    .testTarget(
      name: "RecognitionTests",
      dependencies: ["CByteMasks", "Gazetteers", "Recognition", "TestSupport"],
      exclude: ["Fixtures"]),
    .target(name: "GraphSamples", dependencies: ["EntityGraphs"], path: "Tests/GraphSamples"),
    .testTarget(
      name: "EntityGraphsTests",
      dependencies: ["EntityGraphs", "Dates", "TextFiles", "GraphSamples", "TestSupport"]),
    .testTarget(
      name: "GraphAnalysisTests", dependencies: ["GraphAnalysis", "GraphSamples"],
      exclude: ["consumers"]),
    .testTarget(
      name: "CooccurrenceTests", dependencies: ["Cooccurrence", "Dates", "TestSupport"]),
    .testTarget(
      name: "ExportersTests", dependencies: ["Exporters", "Dates", "CLibXML2"],
      exclude: ["Fixtures", "consumers"]),
    .testTarget(
      name: "RelataTests",
      dependencies: [
        "Relata", "Dates", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["consumers", "Fixtures"]),
    .testTarget(name: "CommandLineTests", dependencies: ["RelataCommand"]),
  ],
  swiftLanguageModes: [.v6]
)
