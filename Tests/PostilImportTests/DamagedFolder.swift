import Foundation
import TestSupport

/// A folder as people have it, made of the fixtures, in a temporary place; its files are damaged and
/// made whole again.
struct DamagedFolder {
  /// What lies where: a fixture's input, or the words themselves.
  private enum Part {
    case fixture(String)
    case words(String)
  }

  static let kinds: [String] =
    layouts.keys.sorted() + ["boxes", "downloads", "markdown", "x-archive"]

  private static let layouts: [String: [String: Part]] = [
    "grailbird": [
      "data/js/tweets/2013_01.js": .fixture("grailbird"),
      "data/js/user_details.js": .words(#"var user_details = {"screen_name":"ada"}"#),
      "tweets.csv": .words(
        """
        tweet_id,in_reply_to_status_id,timestamp,source,text,expanded_urls
        297000000000000001,,2013-01-31 00:13:32 +0000,web,"the sun, and wind",
        """),
    ],
    "mastodon": [
      "outbox.json": .fixture("activitypub"), "likes.json": .fixture("activitypub-likes"),
      "actor.json": .words(#"{"preferredUsername":"ada","id":"https://m.example/users/ada"}"#),
    ],
    "chats": [
      "ChatExport_2026-01-02/result.json": .fixture("telegram"),
      "ChatExport_2026-01-02/messages.html": .fixture("bookmarks-html"),
      "DataExport/result.json": .fixture("telegram-all"),
      "Desk - general [42].json": .fixture("discord"),
    ],
    "mails": [
      "cur/1.eml:2,S": .fixture("mail"), "Archive.mbox": .fixture("mail-mbox"),
      "new/2": .fixture("mail"),
    ],
  ]

  private let root: URL
  private let whole: [String: [UInt8]]
  private var touched: Set<String> = []

  var path: String { root.path }
  var count: Int { whole.count }

  init(_ kind: String) throws {
    let fixtures = ImportFixtureTests.folder
    func input(of name: String) throws -> URL {
      let folder = fixtures.appendingPathComponent(name)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return folder.appendingPathComponent(names.first { $0.hasPrefix("input") } ?? "input")
    }
    var files: [String: [UInt8]] = [:]
    if kind == "boxes" {
      for (name, inner, how) in [("a.tar", "chats", "cf"), ("b.tgz", "mails", "czf")] {
        let folder = try DamagedFolder(inner)
        defer { folder.remove() }
        files[name] = try folder.packed(how)
      }
    } else if let layout = Self.layouts[kind] {
      for (path, part) in layout {
        switch part {
        case .fixture(let name): files[path] = Array(try Data(contentsOf: input(of: name)))
        case .words(let words): files[path] = Array(words.utf8)
        }
      }
    } else {
      // Every fixture that is a file, or all files of one that is a folder.
      for name in kind == "downloads" ? ImportFixtureTests.cases : [kind] {
        let input = try input(of: name)
        let inner = try FileManager.default.subpathsOfDirectory(atPath: input.path)
        guard kind != "downloads" || inner.isEmpty else { continue }
        for path in inner.isEmpty ? [""] : inner {
          let file = path.isEmpty ? input : input.appendingPathComponent(path)
          guard let bytes = try? Data(contentsOf: file) else { continue }
          files[path.isEmpty ? "\(name).\(input.pathExtension)" : path] = Array(bytes)
        }
      }
    }
    whole = files
    root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    for path in files.keys { try write(files[path], to: path) }
  }

  /// Makes what was damaged whole, then damages up to three files: their bytes, or that they are there.
  mutating func damage(by numbers: inout SeededNumbers) throws {
    for path in touched { try write(whole[path], to: path) }
    touched = []
    let paths = whole.keys.sorted()
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      guard let path = paths.randomElement(using: &numbers) else { return }
      touched.insert(path)
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0: try write(nil, to: path)
      case 1: try write([], to: path)
      case 2: try write(paths.randomElement(using: &numbers).flatMap { whole[$0] }, to: path)
      default: try write(DamageTests.damaged(whole[path] ?? [], by: &numbers), to: path)
      }
    }
  }

  /// The folder as a tar file; `how` is what `tar` is told.
  func packed(_ how: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["tar", how, "../\(root.lastPathComponent).tar", "."]
    process.currentDirectoryURL = root
    try process.run()
    process.waitUntilExit()
    let file = root.appendingPathExtension("tar")
    defer { try? FileManager.default.removeItem(at: file) }
    return Array(try Data(contentsOf: file))
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  private func write(_ bytes: [UInt8]?, to path: String) throws {
    let file = root.appendingPathComponent(path)
    guard let bytes else {
      try? FileManager.default.removeItem(at: file)
      return
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
