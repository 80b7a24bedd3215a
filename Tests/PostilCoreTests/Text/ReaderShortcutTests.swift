import Testing

@testable import PostilCore

/// What readers of every post's text do quickly is what the slow and plain way gives.
struct ReaderShortcutTests {
  /// Pieces of posts that stand next to each other in ways nobody writes.
  private static let pieces = [
    " ", " ", " ", "\n", "\r\n", "\t", "\u{A0}", "\u{2028}", "RT", "rt ", "@anna_b", "@", "http://",
    "https://a.example/x", "HTTPS://B.example", "$IREN", "#mining", "five", "Twenty", "-", "March",
    "may", "sept", "3", "31", "2026", "1,200", "0.5", "MW", "GPUs", "q", "Q", "H1", "FY", "cy",
    "fiscal", "FISCAL", "percent", "%", "(1)", "[2, 3]", "~", "about", "at least", "K", "k",
    "K", "İ", "ſ", "é", "e\u{301}", "\u{301}", "Å", "ẞ", "文字", "한글", "Ω", "Ⓐ", "🧵", "👩🏽‍🚀",
    "５", "ﬁve", "۳", "…", "“", "”", "th", "the", "node.js", "norrby.com", "an", "tests",
  ]

  private func text(_ dice: inout FilesDice) -> String { dice.text(Self.pieces, upTo: 30) }

  @Test(arguments: 0..<400)
  func `a word that is passed over begins no quantity`(seed: Int) {
    var dice = FilesDice(seed)
    let scalars = Array(text(&dice).unicodeScalars)
    let reader = QuantityReader(scalars, Entity.all(in: scalars))
    for (index, token) in reader.tokens.enumerated()
    where token.kind == .word && !reader.mayBegin(at: index, .all) {
      #expect(reader.period(at: index) == nil, "\(reader.text(0..<reader.tokens.count))")
      #expect(reader.number(at: index, from: 0) == nil, "\(reader.text(0..<reader.tokens.count))")
    }
  }

  @Test func `every word that begins a number or a period may begin one`() {
    for word in Array(QuantityLeads.spelled.keys) + QuantityReader.months + ["Sept", "FY", "Q"] {
      for written in [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
        #expect(QuantityOpenings.all.mayHold(Array(written.unicodeScalars)[...]), "\(written)")
      }
    }
  }

  @Test(arguments: 0..<400)
  func `the key of a text is that of its folded words`(seed: Int) {
    var dice = FilesDice(seed)
    let text = text(&dice)
    var words = text.unicodeScalars.split { $0.properties.isWhitespace }
      .map { Fold.folded(String($0)) }
      .filter { !$0.hasPrefix("http://") && !$0.hasPrefix("https://") }[...]
    if words.first == "rt", words.dropFirst().first?.utf8.first == UInt8(ascii: "@") {
      words = words.dropFirst(2)
    }
    let count = words.joined().unicodeScalars.count {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    let key = String(ContentHash.sha256(of: words.joined(separator: " ")).prefix(16))
    #expect(SameWords.key(of: text) == (count < SameWords.least ? nil : key), "\(text)")
  }

  @Test(arguments: 0..<100)
  func `code points make the text that they are from`(seed: Int) {
    var dice = FilesDice(seed)
    let scalars = Array(text(&dice).unicodeScalars)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    #expect(String(scalars[...]).utf8.elementsEqual(String(view).utf8))
  }

  @Test func `a code point is blank when Unicode says that it is white space`() {
    for scalar in (0...0xFFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
    where scalar.isBlank != scalar.properties.isWhitespace {
      Issue.record("\(scalar.value)")
    }
  }

  @Test func `what folds to itself without a look into the tables has no lower case`() {
    let ranges: [ClosedRange<UInt32>] = [
      0x2010...0x205E, 0x2E80...0xA63F, 0xAC00...0xD7A3, 0x1F000...0x1FAFF,
    ]
    for scalar in ranges.joined().lazy.compactMap(Unicode.Scalar.init)
    where !scalar.properties.lowercaseMapping.unicodeScalars.elementsEqual([scalar]) {
      Issue.record("U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(arguments: 0..<100)
  func `a text of ASCII folds as each of its code points does`(seed: Int) {
    var dice = FilesDice(seed)
    let text = String(
      decoding: (0..<60).map { _ in UInt8.random(in: 0..<0x80, using: &dice) }, as: UTF8.self)
    var apart = ""
    // The letter behind keeps the text from being all ASCII.
    for scalar in text.unicodeScalars { apart += Fold.folded(String(scalar) + "文").dropLast() }
    #expect(Fold.folded(text).utf8.elementsEqual(apart.utf8))
  }

  @Test(arguments: 0..<300)
  func `a day or an instant is read only as it is written`(seed: Int) {
    var dice = FilesDice(seed)
    let instant = Instant(seconds: Int.random(in: -60_000_000_000...250_000_000_000, using: &dice))
    for text in [instant.description, instant.day.description] {
      #expect(Moment(text)?.description == text)
      var bytes = Array(text.utf8)
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      bytes[place] = dice.pick(Array("0159-+:TZ tz٣".utf8))
      let changed = String(decoding: bytes, as: UTF8.self)
      // A leap second is the first of the next minute.
      guard let moment = Moment(changed), !changed.hasSuffix(":60Z") else { continue }
      #expect(moment.description == changed)
    }
  }
}
