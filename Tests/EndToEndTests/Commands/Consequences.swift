import Foundation
import Testing

@testable import postil

/// What a run of the program led to, in one value.
struct Consequences: Equatable {
  var status: Int32
  var stdout: String
  var stderr: String

  /// Standard output, line by line.
  var lines: [String] {
    stdout.split(separator: "\n").map { String($0) }
  }
}

/// A folder of its own for one test, with a notebook in it and homes for cache and state.
final class Sandbox {
  let folder: URL
  let notebook: URL

  /// An empty notebook, or a copy of the sample one.
  init(withNotes: Bool = false) throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    folder = temporary.appending(path: "postil-\(UUID().uuidString)")
    notebook = folder.appending(path: "notebook")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if withNotes {
      try FileManager.default.copyItem(atPath: Program.notes, toPath: notebook.path)
    } else {
      #expect(try run("init", notebook.path).status == 0)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// What a program is started with here: homes of its own.
  var environment: [String: String] {
    Program.environment([
      "XDG_CACHE_HOME": folder.appending(path: "cache").path,
      "XDG_CONFIG_HOME": folder.appending(path: "config").path,
      "XDG_STATE_HOME": folder.appending(path: "state").path,
    ])
  }

  /// Runs the program in the notebook's folder.
  func run(
    _ words: String..., input: String = "", environment: [String: String] = [:],
    in place: URL? = nil
  ) throws -> Consequences {
    try shell(
      #"cd "$1" && shift && exec "$@""#,
      [(place ?? existing).path, Program.path] + words, input: input, environment: environment)
  }

  /// Runs a script of the shell, for pipes; `$1` and so on are the words.
  func shell(
    _ script: String, _ words: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Consequences {
    let id = UUID().uuidString
    let files = ["in", "out", "err"].map { folder.appending(path: "\(id).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try Data(input.utf8).write(to: files[0])
    let variables = self.environment.merging(environment) { $1 }
    let redirected = #"in=$1 out=$2 err=$3; shift 3; { \#(script); } <"$in" >"$out" 2>"$err""#
    let code = try Child(
      ["/bin/sh", "-c", redirected, "sh"] + files.map(\.path) + words, streams: .none,
      environment: variables
    ).wait()
    return Consequences(status: code, stdout: try text(files[1]), stderr: try text(files[2]))
  }

  /// Every file of the notebook with its bytes.
  func tree() throws -> [String: Data] {
    var tree: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: notebook.path)?.allObjects ?? [] {
      guard let name = name as? String else { continue }
      let file = notebook.appending(path: name)
      let kind = try FileManager.default.attributesOfItem(atPath: file.path)[.type]
      if kind as? FileAttributeType == .typeRegular { tree[name] = try Data(contentsOf: file) }
    }
    return tree
  }

  /// The whole text of a file of the notebook.
  func text(_ path: String) throws -> String {
    try text(notebook.appending(path: path))
  }

  /// Writes a file of the notebook by hand.
  func write(_ text: String, to path: String) throws {
    let file = notebook.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private var existing: URL {
    FileManager.default.fileExists(atPath: notebook.path) ? notebook : folder
  }
}
