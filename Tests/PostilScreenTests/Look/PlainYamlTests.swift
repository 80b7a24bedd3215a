import PostilCore
import Testing

@testable import PostilScreen

/// The quick reader says what a whole reader of YAML says, or nothing.
@Suite struct PlainYamlTests {
  private static let builtIn = ["keys.yaml": Array(KeyMap.builtIn.utf8)].merging(
    Theme.builtInNames.map { ($0, ThemeSource.bytes(of: $0) ?? []) }, uniquingKeysWith: { $1 })

  @Test(arguments: builtIn.keys.sorted()) func `it reads the program's own files`(name: String)
    throws
  {
    let bytes = try #require(Self.builtIn[name])
    let quick = try #require(PlainYaml.read(bytes))
    let whole = YamlFile(String(decoding: bytes, as: UTF8.self), name: name)
    #expect(whole.root == quick)
  }

  @Test(arguments: [
    "a: b\n", "a:\n  b: c # d\n  e:\n    f: g\nh: \"i: # j\"\n", "a: [b, \"c d\", e]\n",
    "# x\n\na: {b: c, d: [e, f]}\n", "a:\nb: c\n", "\"?\": help\n<F1>: [x]\n\\: y\n",
    "a: b#c\n", "é: à x\nu: v", "a: []\nb: {}\n",
  ])
  func `what it reads is what is meant`(text: String) throws {
    let quick = try #require(PlainYaml.read(Array(text.utf8)))
    #expect(YamlFile(text, name: "x").root == quick)
  }

  @Test(arguments: [
    "", "a", "- a\n", "a: b\na: c\n", "a: {b: c, b: d}\n", "a: 'b'\n", "a: \"b\\n\"\n",
    "a: |\n  b\n",
    "a: &b c\n", "a: *b\n", "a: !b c\n", "a: b\n  c\n", "a: b\n c: d\n", "a:\n  b: c\n d: e\n",
    "a: [b\n", "a: {b: c\n", "a: b: c\n", "a:b\n", "a:\tb\n", "a: b\r\n", "---\na: b\n", "? a\n",
    "a: \"b\" c\n", "a: [b] c\n", "a: [b, [c]\n", "a: , b\n", " a: b\n",
  ])
  func `what it does not know it leaves to the whole reader`(text: String) {
    #expect(PlainYaml.read(Array(text.utf8)) == nil)
  }

  @Test func `whatever is cut off or put in, it says the same or nothing`() {
    let bytes = Array(KeyMap.builtIn.utf8.prefix(1_500))
    for place in stride(from: 0, to: bytes.count, by: 7) {
      for other in [" ", ":", "\"", "#", "[", "\n", "{", "-"].map({ Array($0.utf8) }) {
        let changed = Array(bytes[..<place]) + other + bytes[place...]
        guard let quick = PlainYaml.read(changed) else { continue }
        let whole = YamlFile(String(decoding: changed, as: UTF8.self), name: "x")
        #expect(whole.root == quick, "at \(place): \(other)")
      }
    }
  }
}
