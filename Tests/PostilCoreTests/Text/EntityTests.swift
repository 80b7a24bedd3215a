import PostilCore
import Testing
import Yams

@Suite struct EntityTests {
  private func found(_ kind: Entity.Kind, _ text: String) -> [String] {
    Entity.all(in: Array(text.unicodeScalars)).filter { $0.kind == kind }.map(\.text)
  }

  @Test(arguments: [
    ("$IREN and ($NBIS), $BRK.A; $BTC.X! $f", ["$IREN", "$NBIS", "$BRK.A", "$BTC.X", "$f"]),
    ("$IREN's next step. Buy $BRK.B.", ["$IREN", "$BRK.B"]),
    ("$4.5B, A$AP, L$D, US$, $$IREN, $TOOLONGG, $IREN1", []),
    ("$IREN.It grows", ["$IREN"]),
    ("Up: https://x.example.com/$IREN $NBIS", ["$NBIS"]),
  ])
  func `a cashtag is found`(text: String, expected: [String]) {
    #expect(found(.cashtag, text) == expected)
  }

  @Test(arguments: [
    ("@mira@joren hello", ["@mira", "@joren"]),
    ("thanks @Norrby_Grid, (@mira) and RT@joren", ["@Norrby_Grid", "@mira", "@joren"]),
    ("write to mira@norrby.example", []),
    ("@mira@social.example.org said", ["@mira@social.example.org"]),
    ("https://example.com/@mira", []),
  ])
  func `a mention is found`(text: String, expected: [String]) {
    #expect(found(.mention, text) == expected)
  }

  @Test(arguments: [
    ("#AI #Überbau #電力 #1 #2026q1", ["#AI", "#Überbau", "#電力", "#2026q1"]),
    ("a#b #️⃣ &#39;", []),
  ])
  func `a hashtag is found`(text: String, expected: [String]) {
    #expect(found(.hashtag, text) == expected)
  }

  @Test(arguments: [
    ("Read https://t.co/abc123.", ["https://t.co/abc123"]),
    (
      "(see https://en.example.org/wiki/Power_(physics)).",
      ["https://en.example.org/wiki/Power_(physics)"]
    ),
    (
      "see (https://example.com/a) and HTTP://EXAMPLE.COM/b?c=d&e=f#g!",
      ["https://example.com/a", "HTTP://EXAMPLE.COM/b?c=d&e=f#g"]
    ),
    (
      "www.norrby.com/news, glassno.example.de/45B and norrby.com",
      ["www.norrby.com/news", "glassno.example.de/45B", "norrby.com"]
    ),
    ("e.g. this, U.S. growth, Node.js, 3.5x, at 1.2M/yr, and/or", []),
    ("https:// http://localhost https://…", []),
    ("https://example.com:8080/x", ["https://example.com:8080/x"]),
    ("https://example.com/日本", ["https://example.com/"]),
  ])
  func `a link is found`(text: String, expected: [String]) {
    #expect(found(.link, text) == expected)
  }

  @Test func `entities come in order and hold their words`() {
    let text = "🚀 $IREN with @mira at https://t.co/a #AI\r\n漢 $NBIS"
    let scalars = Array(text.unicodeScalars)
    let all = Entity.all(in: scalars)
    #expect(all.map(\.kind) == [.cashtag, .mention, .link, .hashtag, .cashtag])
    #expect(all.allSatisfy { Array($0.text.unicodeScalars) == Array(scalars[$0.range]) })
  }

  @Test func `hostile texts end`() {
    for piece in ["http://a.com/(", "@a", "$a", "#é", "a.", "http://", "((", "@a@a.com@"] {
      let scalars = Array(String(repeating: piece, count: 20_000).unicodeScalars)
      let all = Entity.all(in: scalars)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }
  }

  struct Conformance: Decodable {
    struct Case: Decodable {
      var text: String
      var expected: [String]
    }
    struct Tests: Decodable {
      var mentions: [Case]
      var hashtags: [Case]
      var cashtags: [Case]
      var urls: [Case]
    }
    var tests: Tests
  }

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

  private func isLeftOut(_ text: String) -> Bool { leftOut.contains { text.hasPrefix($0.start) } }

  @Test(.enabled(if: Samples.arePresent)) func `twitter-text agrees`() throws {
    let path = "adversarial/twitter-text/conformance/extract.yml"
    let yaml = String(decoding: try Samples.bytes(path), as: UTF8.self)
    let tests = try YAMLDecoder().decode(Conformance.self, from: yaml).tests
    for (kind, cases) in [
      (Entity.Kind.mention, tests.mentions), (.hashtag, tests.hashtags),
      (.cashtag, tests.cashtags),
    ] {
      for test in cases where !isLeftOut(test.text) {
        #expect(
          found(kind, test.text).map { String($0.dropFirst()) } == test.expected, "\(test.text)")
      }
    }
    for test in tests.urls where !isLeftOut(test.text) {
      #expect(found(.link, test.text) == test.expected, "\(test.text)")
    }
  }
}
