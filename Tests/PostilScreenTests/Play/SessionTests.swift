import Foundation
import PostilCore
import PostilImport
import Testing

@testable import PostilScreen

/// Sessions: posts, keys, and the screens that follow, in one text file each.
///
/// `POSTIL_RECORD=1 swift test` writes the screens anew, and fails the run once.
@Suite struct SessionTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sessions")

  static var names: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".session") }.sorted()
  }

  @Test(arguments: names) func `a session goes as it is written down`(name: String) throws {
    let file = Self.folder.appending(path: name)
    let written = try String(contentsOf: file, encoding: .utf8)
    let played = try Session(written).played()
    if ProcessInfo.processInfo.environment["POSTIL_RECORD"] != nil {
      try Data(played.utf8).write(to: file)
      Issue.record("recorded \(name)")
    }
    #expect(played == written)
  }

  @Test func `there are sessions to play`() {
    #expect(Self.names.count >= 4)
  }
}

/// One session file: a title, then steps that begin with `===`; a screen follows those with keys.
private struct Session {
  struct Step {
    var head: String
    var lines: [String]
  }

  let title: [String]
  let steps: [Step]

  init(_ text: String) {
    var title: [String] = []
    var steps: [Step] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("=== ") {
        steps.append(Step(head: String(line.dropFirst(4)), lines: []))
      } else if steps.isEmpty {
        title.append(line)
      } else if !line.isEmpty || steps.last?.head.hasPrefix("keys") == false {
        steps[steps.count - 1].lines.append(line)
      }
    }
    self.title = title.filter { !$0.isEmpty }
    self.steps = steps
  }

  /// The file as it should be: the same steps, with the screens that really follow.
  func played() throws -> String {
    var out = title
    var posts: [Post] = []
    var size = Size(rows: 24, columns: 80)
    var stage: Stage?
    for step in steps {
      out.append("=== " + step.head)
      let words = step.head.split(separator: " ").map(String.init)
      let rest = words.dropFirst().joined(separator: " ")
      let body = step.lines.filter { !$0.isEmpty }.joined(separator: "\n")
      switch words[0] {
      case "size":
        let numbers = rest.split(separator: "x").compactMap { Int($0) }
        size = Size(rows: numbers[1], columns: numbers[0])
      case "post":
        posts.append(Cast.post(words[1], words[2], words[3], body))
        out.append(body)
      case "pasted":
        var opened = try Stage(Desk(posts: posts), rows: size.rows, columns: size.columns)
        let draft = SplitDraft(Array(body.utf8))
        opened.settle(update(&opened.state, .splitProposed(name: "pasted text", draft)))
        stage = opened
        out.append(body)
      case "type":
        try #require(stage != nil)
        stage?.type(rest)
      case "keys":
        if stage == nil {
          stage = try Stage(Desk(posts: posts), rows: size.rows, columns: size.columns)
        }
        try stage?.press(rest)
        out += (stage?.canvas.glyphPlane ?? []).map { "|\($0)|" }
      default: Issue.record("no such step: \(step.head)")
      }
    }
    return out.joined(separator: "\n") + "\n"
  }
}
