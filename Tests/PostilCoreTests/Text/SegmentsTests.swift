import PostilCore
import TestSupport
import Testing

@Suite struct SegmentsTests {
  private func sentences(_ text: String) -> [String] {
    let segments = Segments(text)
    return segments.sentences.map(segments.text)
  }

  private func clauses(_ text: String) -> [String] {
    let segments = Segments(text)
    return segments.clauses.map(segments.text)
  }

  private func words(_ text: String) -> [String] {
    let segments = Segments(text)
    return segments.words.map(segments.text)
  }

  /// Sentences are written with `|` between them; white space at the borders is free.
  @Test(arguments: [
    "TSLA fell 3.5% to $242.10 after-hours. | Revenue was $3.2B vs. est. $3.1B; U.S. sales grew 12%. "
      + "| Dr. Musk said margins will recover.",
    "Norrby bought U.S. Treasuries. | It holds them in the U.S. | The rest is cash.",
    "J. Moreau and Ana B. Lind left Vantor Inc. for Norrby Corp. | They earn where X > Y. | X-Y is cash.",
    "They need power, land, etc. | Let’s see, e.g. by No. 4 in Sept. 2026, approx. 30 MW.",
    "They led the Series B. | Nordkraft followed.",
    "“We sign with two clouds” (1). | Others follow (2). | Capex doubles. (3) | Next year is 2026.",
    "See why:\n | (1) Power is scarce.\n | (2) Land is not.",
    "Read https://norrby.example/a.b?c=d! | Then https://norrby.example/e. | Now sell.",
    "Great quarter. 🚀🚀\n | Next one too!🎉 | And what?! | Well... maybe… | Yes… | No",
    "(Most of it is long. | This is short.) | “Really?” he said. | \"Yes.\" | Done.",
    "iren is up. | nbis is down. | what a day",
    "New at Norrby. | iPhone sales rise. | xAI signs.",
    "- 31 EH/s, ahead of plan\n | - $9.7bn contract; 20% prepaid\n | • 5-year term\n | 1. first\n | 2) second",
    "⚡️The halls are clean. | They hum.\n | ⚡️Block 4 (~150MW) runs\n | Thanks to @norrby!",
    "Norrby leases a hall\n | from nobody",
    "The company that builds these halls has told the exchange that\nit will need twice the power of "
      + "last year, and that\nNorrby Grid will supply it. | Nobody asked why.",
    "電力は足りない。 | 「本当？」と彼は言った。 | 次は来年！ | はい",
    "Power by 10:30 p.m. | We wait. | Is it 50 - 60k? | Yes!!",
    "**Bold words.** | Plain ones.",
    "1/5 Norrby signs. | Here is why 🧵",
    "@mira@joren haha oh dear. | You said 08/29 calls.",
    "You fell behind, how pathetic. | https://t.co/abc",
    "First line\r\n | Second line\u{2028} | third",
  ])
  func `sentences end where a reader ends them`(marked: String) {
    let expected = marked.split(separator: "|").map { part in
      String(part.trimmingPrefix { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
    #expect(sentences(marked.split(separator: " | ").joined(separator: " ")) == expected)
  }

  @Test func `Japanese and Chinese need no white space`() {
    #expect(sentences("電力は足りない。「本当？」と彼は言った。次は来年！") == ["電力は足りない。", "「本当？」と彼は言った。", "次は来年！"])
  }

  @Test(arguments: [
    (
      "Revenue was $3.2B vs. est. $3.1B; U.S. sales grew 12%.",
      ["Revenue was $3.2B vs. est. $3.1B;", "U.S. sales grew 12%."]
    ),
    ("Release: https://t.co/a", ["Release:", "https://t.co/a"]),
    (
      "They sign, and we wait - the risk is theirs",
      ["They sign,", "and we wait -", "the risk is theirs"]
    ),
    ("Power—not land—decides", ["Power—", "not land—", "decides"]),
    ("At 10:30 it costs 50 - 60k (rent; power)", ["At 10:30 it costs 50 - 60k (rent; power)"]),
    ("- one point", ["- one point"]),
    ("電力は足りず，土地はある。", ["電力は足りず，", "土地はある。"]),
    ("Done -", ["Done -"]),
  ])
  func `clauses part a sentence`(text: String, expected: [String]) {
    #expect(clauses(text) == expected)
  }

  @Test(arguments: [
    (
      "IREN's $9.7bn, ~150MW at 31 EH/s: X-Y!",
      ["IREN's", "$9.7bn", "~150MW", "at", "31", "EH/s", "X-Y"]
    ),
    ("@mira@joren see (https://t.co/a), ok", ["@mira", "@joren", "see", "https://t.co/a", "ok"]),
    ("U.S. R&D is -5.3% of 1,200.50", ["U.S.", "R&D", "is", "-5.3%", "of", "1,200.50"]),
    ("AWS/Microsoft by 08/29, 50–60k", ["AWS", "Microsoft", "by", "08/29", "50–60k"]),
    ("電力テスト 🚀ok", ["電", "力", "テスト", "🚀", "ok"]),
    ("→", ["→"]),
  ])
  func `words are those of finance`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `a blank line or a line of several sentences is a paragraph`() {
    let text = "Title\nOne. Two.\nThree. Four.\n\n- a\n- b. c.\nEnd"
    let segments = Segments(text)
    #expect(
      segments.paragraphs.map(segments.text)
        == ["Title", "One. Two.", "Three. Four.", "- a\n- b. c.\nEnd"])
  }

  @Test func `borders hold on any text`() {
    var random = SeededNumbers(11)
    let pieces = [
      "a", "Bc", "I", "U.S", "vs", "12", ".", ".", "!", "…", "。", "(1)", "(", ")", "\"", "”", ";",
      ":",
      ", and", " - ", "—", " ", " ", "\n", "\r\n", "\n\n", "\t", "- ", "1. ", "🚀", "👩‍💻", "1️⃣",
      "e\u{301}",
      "\u{301}", "漢", "カ", "https://t.co/a", "$3.2B", "@a", "\u{200B}", "\u{2028}", "\0", "#", "*",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...40, using: &random)
      check((0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
    }
  }

  @Test(
    .enabled(if: Samples.arePresent),
    arguments: [
      "adversarial/blns/blns.txt", "adversarial/unicode/UTF-8-demo.txt",
      "pasted/seed_posts.txt", "pasted/e_blank_line_crlf_bom.txt",
    ])
  func `borders hold on what others wrote`(file: String) throws {
    check(String(decoding: try Samples.bytes(file), as: UTF8.self))
  }

  private func check(_ text: String) {
    let segments = Segments(text)
    let starts = Set(
      sequence(first: text.startIndex) { $0 < text.endIndex ? text.index(after: $0) : nil }
        .map { text.unicodeScalars.distance(from: text.startIndex, to: $0) })
    let blanks: Set<Unicode.Scalar> = ["\u{200B}", "\u{2060}", "\u{FEFF}", "\u{2800}", "\u{3164}"]
    func isBlank(_ character: Character?) -> Bool {
      character.map { $0.isWhitespace || blanks.contains($0.unicodeScalars.first ?? " ") } ?? true
    }
    for level in [segments.words, segments.clauses, segments.sentences, segments.paragraphs] {
      #expect(zip(level, level.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      for range in level {
        let words = segments.text(range)
        #expect(
          !range.isEmpty && !isBlank(words.first) && !isBlank(words.last),
          "\(text.debugDescription)")
        #expect(starts.contains(range.lowerBound) && starts.contains(range.upperBound))
      }
    }
    let levels = [segments.paragraphs, segments.sentences, segments.clauses]
    for (outer, inner) in zip(levels, levels.dropFirst()) {
      // Whatever lies in the wider range and in none of the narrower ones is blank.
      var gaps = ""
      var index = inner.startIndex
      for range in outer {
        var end = range.lowerBound
        while index < inner.endIndex, inner[index].lowerBound < range.upperBound {
          gaps += segments.text(end..<max(end, inner[index].lowerBound)) + " "
          end = inner[index].upperBound
          index += 1
        }
        #expect(end == range.upperBound, "\(text.debugDescription)")
      }
      #expect(index == inner.endIndex)
      #expect(gaps.allSatisfy(isBlank), "\(text.debugDescription)")
    }
    let kept = segments.paragraphs.map { segments.text($0).filter { !isBlank($0) } }.joined()
    #expect(Array(kept.unicodeScalars) == Array(text.filter { !isBlank($0) }.unicodeScalars))
  }

  @Test(arguments: [
    ". ", "a. ", "\n", "a\n", "( ", "🚀 ", "A. B ", "!", "\u{301}", "# ", "- ", "http://", ", and ",
    "' ",
    "(1) ", "…\u{200B}", "i.", "Ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh\nand ",
  ])
  func `long and hostile texts end`(piece: String) {
    let segments = Segments(String(repeating: piece, count: 50_000))
    #expect(segments.scalars.count == piece.unicodeScalars.count * 50_000)
  }
}
