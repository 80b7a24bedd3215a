import PostilCore
import Testing

@Suite struct CitationTests {
  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  private func cited(_ text: String) -> [[Int]] { Citation.all(in: scalars(text)).map(\.numbers) }

  private func sources(_ text: String) -> [String] {
    let scalars = scalars(text)
    return Citation.Source.all(in: scalars).map { source in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[source.range])
      return "\(source.number) \(String(view))"
    }
  }

  @Test(arguments: [
    ("Power is short (1), as [2] says.", [[1], [2]]),
    ("Both agree [1, 2] [3;4].", [[1, 2], [3, 4]]),
    ("(1) begins a line, and (2) does not.", [[2]]),
    ("The year (2024), a share (12.5%), a call f(), [x], [ 1 ], (100).", []),
    ("Not closed (1 and [2) nor ().", []),
  ])
  func `a number in brackets is a citation, unless it begins a line`(text: String, found: [[Int]]) {
    #expect(cited(text) == found)
  }

  @Test(arguments: [
    (
      "Text (1).\n\n(1) The filing, p. 4\n[2] https://a.example",
      ["1 The filing, p. 4", "2 https://a.example"]
    ),
    ("Text [1].\n\nSources\n1. The filing\n2) The call  ", ["1 The filing", "2 The call"]),
    ("1. Power carries over.\nBecause of this.\n2. Land does not.\nNor that.", []),
    ("(1) inline\nand text", ["1 inline"]),
    ("[1]\n[2] \n1.x", []),
  ])
  func `sources are numbered lines, those of points of the text are none`(
    text: String, found: [String]
  ) {
    #expect(sources(text) == found)
  }

  @Test func `a citation leads to the last source of its text, else to that of a later one`() {
    let words = [
      "First [1] and [2].\n\n[1] wrong\n\n[1] right", "Then [2].", "[2] late\n[1] other",
    ]
    let texts = CitedTexts(words.map(scalars))
    #expect(texts.target(of: 1, in: 0, at: 9)?.text == 0)
    #expect(texts.target(of: 1, in: 0, at: 9)?.range.lowerBound == 35)
    #expect(texts.target(of: 2, in: 0, at: 17)?.text == 2)
    #expect(texts.target(of: 3, in: 0, at: 9) == nil)
    #expect(texts.target(of: 1, in: 7, at: 9) == nil)
  }

  /// Whatever the text, ranges lie in it, in order, apart, and hold what they say.
  @Test(arguments: 0..<60)
  func `citations and sources of any text lie in it, in order and apart`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let alphabet = scalars("(1)[2], ;.)9:\n\r x電🚀\u{301}٣")
    let text = (0..<400).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
    var end = 0
    for citation in Citation.all(in: text) {
      #expect(citation.range.lowerBound >= end && citation.range.upperBound <= text.count)
      #expect(!citation.numbers.isEmpty && citation.numbers.allSatisfy { 1...99 ~= $0 })
      #expect(["(", "["].contains(text[citation.range.lowerBound]))
      end = citation.range.upperBound
    }
    end = 0
    for source in Citation.Source.all(in: text) {
      #expect(source.range.lowerBound >= end && source.range.upperBound <= text.count)
      #expect(!source.range.isEmpty && !text[source.range].contains("\n"))
      end = source.range.upperBound
    }
  }

  @Test func `what is written as a citation and its source is found again`() {
    for number in 1...99 {
      let text = scalars("As said (\(number)) and [\(number)].\n\n[\(number)] there")
      let citations = Citation.all(in: text)
      #expect(citations.map(\.numbers) == [[number], [number]])
      for citation in citations {
        let target = CitedTexts([text])
          .target(of: number, in: 0, at: citation.range.upperBound)
        #expect(target?.range == text.count - 5..<text.count)
      }
      // From the source it goes back to the first that cites it.
      let source = CitedTexts.Spot(text: 0, range: text.count - 5..<text.count)
      #expect(CitedTexts([text]).citing(source)?.range == citations[0].range)
      #expect(CitedTexts([text]).citing(.init(text: 0, range: 0..<3)) == nil)
    }
  }
}
