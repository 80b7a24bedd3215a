import Foundation
import TestSupport
import Testing

@testable import PostilCore
@testable import PostilImport

struct ImportPlanTests {
  private func line(_ id: Int, _ text: String) -> String {
    #"{"id_str":"\#(1_985_352_791_846_887_765 + id)","full_text":"\#(text)","#
      + #""screen_name":"ada"}"#
  }

  private let first = "x-1985352791846887766"

  @Test(arguments: [0, 1, 5])
  func `an import that is stopped has written nothing`(asks: Int) throws {
    let box = try ImportSandbox()
    let lines = (1...9).map { #"{"id": "\#($0)", "author": "@ada", "text": "post \#($0)"}"# }
    let source = Source(name: "a.jsonl", bytes: Array(lines.joined(separator: "\n").utf8))
    var asked = 0
    let problem = #expect(throws: Problem.self) {
      try importing([source], options: ImportOptions(now: box.now), into: box.notebook) { _, _ in
        asked += 1
        return asked <= asks
      }
    }
    #expect(problem?.message.contains("stopped") == true)
    #expect(box.files == [:])
  }

  @Test func `the same file imported again changes no byte`() throws {
    let box = try ImportSandbox()
    let text = "one\n---\ntwo\r\nand more\n---\none\n"
    let plan = try box.take(text, split: .rule)
    #expect(plan.report.new == 2)
    #expect(plan.report.merged == 1)
    #expect(plan.change?.label == "imported 2 posts from a.txt")
    let files = box.files
    let again = try box.take(text, split: .rule)
    #expect(again.change == nil)
    #expect(again.report.new == 0)
    #expect(again.report.merged == 3)
    #expect(again.report.exitCode == 0)
    #expect(box.files == files)
  }

  @Test func `another source of the same text is added to via and nothing else`() throws {
    let box = try ImportSandbox()
    try box.take(line(1, "power first"), named: "a.jsonl")
    let before = try #require(box.files.first)
    try box.write(
      before.value.replacing("kind: post", with: "kind: post\nmine: kept # so"),
      to: "posts/" + before.key)
    try box.take(line(1, "power first"), named: "b.jsonl")
    let after = try #require(box.files[before.key])
    #expect(after.contains("mine: kept # so"))
    #expect(box.posts[first]?.via == ["a.jsonl:1", "b.jsonl:1"])
    #expect(box.files.count == 1)
  }

  @Test func `another text is another capture, and is known again`() throws {
    let box = try ImportSandbox()
    func take(_ text: String, from name: String, after seconds: Int) throws -> ImportPlan {
      try box.take([Source(name: name, bytes: Array(line(1, text).utf8))]) {
        $0.now = Instant(seconds: box.now.seconds + seconds)
      }
    }
    try box.take(line(1, "power first"), named: "a.jsonl")
    #expect(try take("power last", from: "b.jsonl", after: 1).report.captures == 1)
    #expect(Set(box.posts.keys) == [first, first + "~2"])
    #expect(try take("power last", from: "b.jsonl", after: 2).change == nil)
    #expect(try take("chips", from: "c.jsonl", after: 3).report.captures == 1)
    #expect(box.posts[first + "~3"]?.text == "chips")
    #expect(box.posts[first]?.text == "power first")
  }

  private let cut = #"RT @ohm: power is what is scarce, and so…"#

  @Test func `a cut text gives way to the whole one, whichever comes first`() throws {
    for order in [[cut, "power is what is scarce"], ["power is what is scarce", cut]] {
      let box = try ImportSandbox()
      for (number, text) in order.enumerated() {
        try box.take(line(1, text), named: "\(number).jsonl")
      }
      #expect(box.posts.keys.sorted() == [first])
      #expect(box.posts[first]?.text == "power is what is scarce")
      #expect(box.posts[first]?.via.count == 2)
      let files = box.files
      for (number, text) in order.enumerated() {
        try box.take(line(1, text), named: "\(number).jsonl")
      }
      #expect(box.files == files)
    }
  }

  @Test func `a cut text that a claim stands on stays`() throws {
    let box = try ImportSandbox()
    try box.take(line(1, cut), named: "a.jsonl")
    try box.write(
      "---\nkind: claim\npost: \"[[\(first)]]\"\n---\n\n> power\n", to: "claims/2026/c-1.md")
    try box.take(line(1, "power is what is scarce"), named: "b.jsonl")
    #expect(box.posts[first]?.text == cut)
    #expect(box.posts[first + "~2"]?.text == "power is what is scarce")
  }

  @Test func `a post is found in whatever folder it was put`() throws {
    let box = try ImportSandbox()
    try box.take(line(1, "power first"), named: "a.jsonl")
    let file = try #require(box.files.first)
    try FileManager.default.removeItem(atPath: box.notebook.root + "/posts/" + file.key)
    try box.write(file.value, to: "posts/undated/\(first).md")
    #expect(try box.take(line(1, "power first"), named: "a.jsonl").change == nil)
  }

  @Test func `a damaged post is never written over`() throws {
    let box = try ImportSandbox()
    try box.write("---\nid: [\n---\n\nmine\n", to: "posts/2025/11/\(first).md")
    let report = try box.take(line(1, "power first"), named: "a.jsonl").report
    #expect(report.skipped == 1)
    #expect(report.exitCode != 0)
    #expect(box.files == ["2025/11/\(first).md": "---\nid: [\n---\n\nmine\n"])
  }

  @Test func `the order of imports does not matter for what there is`() throws {
    let names = ["a.jsonl", "b.jsonl", "c.txt"]
    let texts = [
      line(1, "one") + "\n" + line(2, "two"), line(2, "two") + "\n" + line(3, "three"),
      "one\n\ntwo",
    ]
    var results: [[String: String]] = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let box = try ImportSandbox()
      for index in order { try box.take(texts[index], named: names[index], split: .blank) }
      results.append(box.posts.mapValues(\.text))
    }
    #expect(Set(results).count == 1)
    #expect(results[0].count == 5)
  }

  @Test func `every record is counted once`() throws {
    let box = try ImportSandbox()
    let text = [
      line(1, "one"), "{\"broken\":", line(2, "two"), line(1, "one"), "{\"error\":\"x\"}",
    ]
    let report = try box.take(text.joined(separator: "\n"), named: "a.jsonl").report
    let file = try #require(report.files.first)
    #expect(file.found == 5)
    #expect((file.new, file.merged, file.skipped.count) == (2, 1, 2))
    #expect(file.skipped.map(\.place?.line) == [2, 5])
    #expect(report.exitCode == 1)
    #expect(report.description.contains("a.jsonl:2: ends in the middle"))
  }

  @Test func `nothing in, nothing out, and it is said`() throws {
    let box = try ImportSandbox()
    for text in ["", "\u{FEFF}", " \n\n", "[]"] {
      let plan = try box.take(text)
      #expect(plan.change == nil)
      #expect(plan.report.exitCode == 2)
      #expect(plan.report.description.contains("0 found"))
    }
  }

  @Test func `author and date that are given fill what is not known, and nothing else`() throws {
    let box = try ImportSandbox()
    let table = "text,author,date\nnamed,@ada,2025-11-03\nnameless,,\n"
    try box.take([Source(name: "a.csv", bytes: Array(table.utf8))]) {
      $0.author = "@bob"
      $0.date = Day("2024-01-02").map { .day($0) }
    }
    let posts = box.posts.values.sorted { $0.text < $1.text }
    #expect(posts.map(\.author) == ["@ada", "@bob"])
    #expect(posts.map { $0.posted?.description } == ["2025-11-03", "2024-01-02"])
  }

  @Test func `a table that is cut as text is text`() throws {
    let box = try ImportSandbox()
    let plan = try box.take("text,author\none,@ada\n", split: .lines([1, 2]))
    #expect(plan.report.files.map(\.format) == ["text"])
    #expect(plan.report.new == 2)
  }

  @Test func `one refused source does not keep the others out`() throws {
    let box = try ImportSandbox()
    let plan = try box.take([
      Source(name: "a.zip", bytes: [0x50, 0x4B, 3, 4, 0]),
      Source(name: "b.jsonl", bytes: Array(line(1, "one").utf8)),
    ])
    #expect(plan.report.new == 1)
    #expect(plan.report.exitCode == 1)
    #expect(plan.report.description.contains("a.zip: this is a zip file, and it is damaged"))
  }
}

@Suite(.enabled(if: Samples.arePresent, "the samples are not here"))
struct ImportSampleTests {
  @Test func `nine pasted posts are taken over byte for byte, and once`() throws {
    let box = try ImportSandbox()
    let source = try Source(path: Samples.path("pasted/seed_posts.txt"))
    let split = SplitMode.lines([1, 8, 10, 13, 23, 24, 26, 27, 28])
    let plan = try box.take([source]) { $0.split = split }
    #expect(plan.report.new == 9)
    #expect(box.files.count == 9)
    struct Truth: Decodable { var text: String }
    let truth = try String(
      decoding: Samples.bytes("pasted/seed_posts.truth.jsonl"), as: UTF8.self
    ).split(separator: "\n").map { try JSONDecoder().decode(Truth.self, from: Data($0.utf8)).text }
    #expect(Set(box.posts.values.map { Array($0.text.utf8) }) == Set(truth.map { Array($0.utf8) }))
    #expect(try box.take([source]) { $0.split = split }.change == nil)
  }

  @Test func `an archive imported twice changes no byte the second time`() throws {
    let box = try ImportSandbox()
    let source = try Source(path: Samples.path("x-archive/alrocar"))
    let report = try box.take([source]).report
    #expect(report.new == 1_218)
    // Of five edits two changed nothing but a link.
    #expect(report.captures == 3)
    #expect(box.files.count == 1_221)
    let again = try box.take([source])
    #expect(again.change == nil)
    #expect(again.report.merged == 1_223)
  }
}
