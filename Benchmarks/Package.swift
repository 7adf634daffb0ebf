// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "relata-benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "relata", path: "..")],
  targets: [
    .executableTarget(
      name: "MatchingBenchmark",
      dependencies: [
        .product(name: "Recognition", package: "relata"),
        .product(name: "Gazetteers", package: "relata"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
