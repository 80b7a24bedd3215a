import PostilCore
import TestSupport
import Testing
import Yams

/// The conformance cases of twitter-text, every group of `extract.yml` but `replies`.
@Suite(.enabled(if: Samples.arePresent)) struct EntityConformanceTests {
  /// Cases of twitter-text that Postil decides otherwise, by how their text begins.
  private let leftOut: [(start: String, reason: String)] = [
    ("@username email me @test@example.com", "an address of the fediverse is one mention"),
    ("$TEST. $TEST_", "a low line is part of a word"),
    ("$OK$NG$BAD", "a cashtag may follow a full stop or a bracket, and none is glued to another"),
    ("text http://✪df.ws", "symbols are not letters of a name"),
    ("foo.baz foo.co.jp", "a bare host of a country needs a path: `it.so` is two words as often"),
    ("twitter.jp日本語", "the same"),
    ("MLB.tv", "the same"),
    ("http://twitter.com\nhttp://example.com", "the same"),
    ("http://exampleこれは", "the length of a name is for the resolver to judge"),
    ("Hello http://xn--はじめ", "the same for its encoding"),
    ("I really like http://t.co/abcdefghijklmnopqrstuvwxyz", "the same for the length of a slug"),
    ("test ELPAÍS.com", "a bare host is ASCII"),
    ("example.comてすとです", "the same"),
  ]

  /// A group of cases: what it extracts, under which name an entity stands in what is expected.
  struct Group: CustomTestStringConvertible {
    var name: String
    var kind: Entity.Kind
    var field: String
    var testDescription: String { name }
  }

  static let groups = [
    Group(name: "mentions", kind: .mention, field: "screen_name"),
    Group(name: "mentions_with_indices", kind: .mention, field: "screen_name"),
    Group(name: "mentions_or_lists_with_indices", kind: .mention, field: "screen_name"),
    Group(name: "hashtags", kind: .hashtag, field: "hashtag"),
    Group(name: "hashtags_from_astral", kind: .hashtag, field: "hashtag"),
    Group(name: "hashtags_with_indices", kind: .hashtag, field: "hashtag"),
    Group(name: "cashtags", kind: .cashtag, field: "cashtag"),
    Group(name: "cashtags_with_indices", kind: .cashtag, field: "cashtag"),
    Group(name: "urls", kind: .link, field: "url"),
    Group(name: "urls_with_indices", kind: .link, field: "url"),
    Group(name: "urls_with_directional_markers", kind: .link, field: "url"),
    Group(name: "tco_urls_with_params", kind: .link, field: "url"),
  ]

  private static func cases(_ group: Group) throws -> [Node] {
    let path = "adversarial/twitter-text/conformance/extract.yml"
    let yaml = String(decoding: try Samples.bytes(path), as: UTF8.self)
    return Array(try #require(try compose(yaml: yaml)?["tests"]?[group.name]?.sequence))
  }

  /// What is found instead of what a case expects; nil when they agree.
  private func difference(in test: Node, _ group: Group) throws -> String? {
    let text = try #require(test["text"]?.string)
    let found = Entity.all(in: Array(text.unicodeScalars)).filter { $0.kind == group.kind }
    // Lists are no more: of `@name/list` the name is a mention.
    let isList = group.name == "mentions_or_lists_with_indices"
    let expected = test["expected"]?.sequence.map(Array.init) ?? []
    let wanted = expected.map { entity in
      let name = entity.string ?? entity[group.field]?.string ?? ""
      let places = entity["indices"]?.sequence?.compactMap(\.int).prefix(isList ? 1 : 2) ?? []
      return name + places.map { " \($0)" }.joined()
    }
    let hasPlaces = expected.contains { $0["indices"] != nil }
    let got = found.map { entity in
      let name = group.kind == .link ? entity.text : String(entity.text.dropFirst())
      let places = [entity.range.lowerBound, entity.range.upperBound].prefix(isList ? 1 : 2)
      return name + (hasPlaces ? places.map { " \($0)" }.joined() : "")
    }
    return got == wanted ? nil : "\(text): \(got) for \(wanted)"
  }

  private func reason(for test: Node) -> String? {
    leftOut.first { test["text"]?.string?.hasPrefix($0.start) ?? false }?.start
  }

  @Test(arguments: groups) func `twitter-text agrees`(group: Group) throws {
    let cases = try Self.cases(group)
    #expect(!cases.isEmpty)
    for test in cases where reason(for: test) == nil {
      let difference = try difference(in: test, group)
      #expect(difference == nil)
    }
  }

  @Test func `no case is left out for nothing`() throws {
    var needed: Set<String> = []
    for group in Self.groups {
      for test in try Self.cases(group) where try difference(in: test, group) != nil {
        if let reason = reason(for: test) { needed.insert(reason) }
      }
    }
    #expect(leftOut.map(\.start).filter { !needed.contains($0) } == [])
  }
}
