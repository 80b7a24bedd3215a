import Foundation
import PostilCore

@testable import postil

extension Sandbox {
  /// The screen of the notebook in tmux; when the program has ended, its exit code stands there.
  func screen(rows: Int = 24, columns: Int = 100, _ more: [String: String] = [:]) throws -> Tmux {
    try terminal(
      "'\(Program.path)' '\(notebook.path)'; printf '\\033[H\\033[2Jleft with %s\\n' $?",
      rows: rows, columns: columns, more)
  }

  /// A script of the shell in tmux, whose screen stays when it is done.
  func terminal(
    _ script: String, rows: Int = 24, columns: Int = 100, _ more: [String: String] = [:]
  ) throws -> Tmux {
    try Tmux(
      script + "; exec sleep 600", rows: rows, columns: columns,
      environment: environment.merging(more) { $1 })
  }

  /// The notebook's Markdown files under a folder, by path in it.
  func files(in part: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: notebook.appending(path: part).path)
    return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".md") }.sorted()
      .map { part + "/" + $0 }
  }

  /// The claims, as their files say.
  func claims() throws -> [Claim] {
    let book = try Notebook(at: notebook.path)
    return try files(in: "claims").compactMap {
      guard case .claim(let claim) = try book.record(at: $0) else { return nil }
      return claim
    }
  }

  /// The posts, as their files say.
  func posts() throws -> [Post] {
    let book = try Notebook(at: notebook.path)
    return try files(in: "posts").compactMap {
      guard case .post(let post) = try book.record(at: $0) else { return nil }
      return post
    }
  }
}
