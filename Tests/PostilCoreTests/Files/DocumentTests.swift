import Testing

@testable import PostilCore

@Suite struct DocumentTests {
  @Test(arguments: 0..<400) func `any text is a document that prints as it was`(seed: Int) {
    var dice = FilesDice(seed)
    let lines = [
      "---\n", "---", "--- \r\n", "id: x-1\n", "tags:\n", "  - a\n", "  - b # why\n", "\n", "\r\n",
      "# note\n", "a: {b: c}\n", "a: [b, c]\n", "\u{FEFF}", "text\n", "k: |\n", "  block\n",
      "k: 'a",
    ]
    let text = dice.text(lines + FilesDice.awkward, upTo: 14)
    let document = Document(text)
    #expect(document.text.utf8.elementsEqual(text.utf8))
    #expect(document.text.hasSuffixBytes(document.body))
  }

  @Test(arguments: 0..<400) func `a written value is read back as the same text`(seed: Int) {
    var dice = FilesDice(seed)
    let text = dice.text()
    let items = (0..<3).map { _ in dice.text() }
    let document = Document(fields: ["name": .text(text), "via": .list(items)], body: "x\n")
    #expect(document.problem == nil, "\(document.text)")
    #expect(document["name"] == .scalar(text), "\(document.text)")
    #expect(document["via"] == .list(items), "\(document.text)")
    #expect(document.body == "x\n")
  }

  @Test(arguments: 0..<400) func `the fast reader agrees with Yams`(seed: Int) throws {
    var dice = FilesDice(seed)
    var header = ""
    for index in 0..<Int.random(in: 0...6, using: &dice) {
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: header += "k\(index): \(dice.text(upTo: 3))\n"
      case 1: header += "k\(index): \(Scalar.written(dice.text()))\n"
      case 2:
        header += "k\(index):\n  - \(dice.text(upTo: 2))\n  - \(Scalar.written(dice.text()))\n"
      case 3: header += "k\(index):\n"
      default: header += "\(dice.pick(["a", "k0", "K", " k"])): \"\(dice.text(upTo: 2))\"\n"
      }
    }
    var text = "---\n\(header)---\n"
    let fast = text.withUTF8 { bytes in
      var reader = CanonicalHeader(bytes: bytes, position: 4)
      return reader.read()
    }
    guard let fast else { return }
    let end = fast.last?.range.upperBound ?? 4
    let slow = try YamlHeader.read(text, 4..<end).get()
    #expect(fast.map(\.key) == slow.map(\.key), "\(header)")
    #expect(fast.map(\.value) == slow.map(\.value), "\(header)")
    #expect(fast.map(\.line) == slow.map(\.line), "\(header)")
    #expect(fast.map(\.range) == slow.map(\.range), "\(header)")
  }

  @Test func `what Postil writes goes the fast way`() {
    var text = PostFile.text(for: SamplePosts.full)
    let entries = text.withUTF8 { bytes in
      var reader = CanonicalHeader(bytes: bytes, position: 4)
      return reader.read()
    }
    #expect(entries?.count == 30)
  }

  @Test(arguments: [
    ("ON", "\"ON\""), ("no", "\"no\""), ("12:30", "\"12:30\""), ("1.10", "\"1.10\""),
    ("2026-03-01", "\"2026-03-01\""), ("1985352791846887765", "\"1985352791846887765\""),
    ("@IREN_Ltd", "\"@IREN_Ltd\""), ("#x", "\"#x\""), ("", "\"\""), ("y", "\"y\""),
    ("0o17", "\"0o17\""), ("1e3", "\"1e3\""), (".5", "\".5\""), ("~", "\"~\""),
    ("archive.zip#data/tweets.js:812", "\"archive.zip#data/tweets.js:812\""),
    ("112-126", "112-126"), ("38-64 90-113", "38-64 90-113"), ("a821b52f3f45", "a821b52f3f45"),
    ("Microsoft prepays a fifth", "Microsoft prepays a fifth"), ("IREN", "IREN"),
    (
      "https://x.com/IREN_Ltd/status/1985352791846887765",
      "https://x.com/IREN_Ltd/status/1985352791846887765"
    ), ("Semi Analyst 🔬", "Semi Analyst 🔬"),
  ])
  func `text is quoted only where YAML would read something else`(text: String, yaml: String) {
    #expect(Scalar.written(text) == yaml)
  }

  @Test(arguments: [
    ("---\na: 1\na: 2\n---\n", 2), ("---\nid: x\nmap:\n  a: b\n---\n", 4),
    ("---\nid: x\nlist:\n  - [a, b]\n---\n", 4), ("---\nid: x\nname: @x\n---\n", 3),
    ("---\nid: x\n", 1), ("---\n- a\n---\n", 2), ("---\n{a: b}\n---\n", 2),
    ("---\nid: \u{7}\n---\n", 2), ("---\nid: x\ntitle: a: b\n---\n", 3),
  ])
  func `what is not flat is a problem with its line`(text: String, line: Int) {
    #expect(Document(text).problem?.place?.line == line)
    #expect(Document(text).entries.isEmpty)
  }

  @Test func `a scalar is text, and a list may be written in three ways`() {
    let document = Document(
      "---\r\na: yes\r\nb: [x, \"y\"]\r\nc: # none\r\nd:\r\n- p\r\n- q\r\ne: [[x-1]]\r\n---\r\n\r\nT"
    )
    #expect(document["a"] == .scalar("yes"))
    #expect(document["b"] == .list(["x", "y"]))
    #expect(document["c"] == nil)
    #expect(document["d"] == .list(["p", "q"]))
    #expect(document["e"] == .scalar("[[x-1]]"))
    #expect(document.body == "T")
    #expect(document.newline == "\r\n")
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
    "a: " + String(repeating: "{b: ", count: 50_000),
    "a: &a [x,x,x]\n" + (1...30).map { "a\($0): &a\($0) [*a,*a,*a]\n" }.joined(),
    (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func `front matter that would exhaust a parser is refused`(header: String) {
    #expect(Document("---\n\(header)\n---\n").problem != nil)
  }
}
