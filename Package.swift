// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Postil",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "postil", targets: ["postil"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // Regular expressions, with limits on what they may cost.
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),

    // Posts, claims, notes, tags; their text; the files they live in; exports, queries.
    .target(
      name: "PostilCore",
      dependencies: [
        "CPCRE2",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Suggest/rules.yaml")],
      swiftSettings: strict),

    // Posts out of archives, exports, feeds and pasted text: one importer for each format.
    .target(
      name: "PostilImport", dependencies: ["PostilCore", "CArchive", "CXML"],
      swiftSettings: strict),
    // libarchive, opened when the first archive is read.
    .target(name: "CArchive"),
    // libxml2, opened when the first feed, page or mail is read.
    .target(name: "CXML", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),

    // The SQLite index, thrown away at will. The only target that knows GRDB.
    .target(
      name: "PostilIndex",
      dependencies: [
        "PostilCore", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),

    // What a person sees and does: state, actions, keys, themes, views. No I/O, no clock.
    .target(
      name: "PostilScreen",
      dependencies: [
        "PostilCore", "PostilImport", .product(name: "Yams", package: "Yams"),
      ],
      resources: [
        .embedInCode("../../Themes/ink.yaml"),
        .embedInCode("../../Themes/paper.yaml"),
        .embedInCode("../../Themes/mono.yaml"),
        .embedInCode("../../Themes/term16.yaml"),
        .embedInCode("../../Themes/contrast.yaml"),
        .embedInCode("../../Themes/cvd.yaml"),
        .embedInCode("Keys/keys.yaml"),
      ],
      swiftSettings: strict),

    // ncursesw, behind a header that shows no curses type.
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "PostilTerminal",
      dependencies: ["PostilCore", "PostilScreen", "CNcurses"],
      swiftSettings: strict),

    // The command line, and the loop that joins the others.
    .executableTarget(
      name: "postil",
      dependencies: [
        "PostilCore", "PostilImport", "PostilIndex", "PostilScreen", "PostilTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      // At a fixed address nothing has to be relocated at every start, which takes longer than all
      // the rest of it.
      linkerSettings: [
        .unsafeFlags(
          ["-Xclang-linker", "-no-pie"], .when(platforms: [.linux], configuration: .release))
      ]),

    // What tests of several targets need.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "PostilCoreTests",
      dependencies: ["PostilCore", "TestSupport", .product(name: "Yams", package: "Yams")],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "PostilImportTests", dependencies: ["PostilImport", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "PostilIndexTests", dependencies: ["PostilIndex"], swiftSettings: strict),
    .testTarget(
      name: "PostilScreenTests", dependencies: ["PostilImport", "PostilScreen"],
      exclude: ["Screens", "Sessions"], swiftSettings: strict),
    .testTarget(
      name: "PostilTerminalTests", dependencies: ["PostilTerminal"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["postil", "PostilCore", "PostilImport", "PostilScreen"],
      exclude: ["Sessions/Recorded"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
