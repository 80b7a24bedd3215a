import PostilCore
import Testing

struct SoughtWordsTests {
  @Test(arguments: [
    ("power", ["power"]), ("power -grid", ["power"]), ("-(-power)", ["power"]),
    ("(power OR \"lead time\") tag:x is:unread", ["power", "lead time"]),
    ("turb* NEAR/3 \"take or pay\"", ["turb*", "take or pay"]),
    ("claim:{nine} post:{ten} -thread:{eleven}", ["nine", "ten"]), ("/power/ $NWND", ["power"]),
    ("power power", ["power"]), ("", []),
  ])
  func `a query wants its words, not those it leaves out`(text: String, words: [String]) throws {
    #expect(try Query(parsing: text).soughtWords.map(\.text) == words)
  }

  @Test(arguments: [
    (SoughtWords("power", .word), "Powerful power, POWER-hungry powers.", ["power", "POWER"]),
    (SoughtWords("pow*", .word), "Powerful power; empower", ["Powerful", "power"]),
    (SoughtWords("naive", .word), "naïve nai\u{308}ve naively", ["naïve", "nai\u{308}ve"]),
    (SoughtWords("iren", .word), "昨日IRENは上がった siren", ["IREN"]),
    (
      SoughtWords("lead time", .phrase), "lead time, lead-time; leads time",
      ["lead time", "lead-time"]
    ),
    (SoughtWords("電力", .word), "電力需要と電力", ["電力", "電力"]),
    (SoughtWords("電*", .word), "電力", ["電"]),
    (SoughtWords("IRENは", .word), "昨日IRENは", ["IRENは"]),
    (SoughtWords("→", .word), "a → b", ["→"]),
    (SoughtWords("owe", .part), "power", ["owe"]),
    (SoughtWords("*", .word), "a * b", []),
    (SoughtWords("", .phrase), "a", []),
  ])
  func `words are found where they stand`(words: SoughtWords, text: String, found: [String]) {
    let scalars = Array(text.unicodeScalars)
    let places = words.places(in: scalars)
    #expect(places.map { String(String.UnicodeScalarView(scalars[$0])) } == found)
  }

  /// Looking at one line after the other finds what looking at the whole text finds.
  @Test(arguments: [
    SoughtWords("power", .word), SoughtWords("pow*", .word), SoughtWords("grid power", .phrase),
    SoughtWords("需要", .word), SoughtWords("we", .part),
  ])
  func `a part of a text shows the same hits as the whole`(words: SoughtWords) {
    var seed: UInt64 = 7
    let pieces = ["power ", "powers ", "grid\n\n", "需要", "電力需要の", "empower ", "é", "power"]
    var text = ""
    for _ in 0..<400 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(seed >> 33) % pieces.count]
    }
    let scalars = Array(text.unicodeScalars)
    let all = words.places(in: scalars)
    #expect(!all.isEmpty)
    for start in stride(from: 0, to: scalars.count, by: 37) {
      let line = start..<min(scalars.count, start + 37)
      let here = words.places(in: scalars, around: line).filter { $0.overlaps(line) }
      #expect(here == all.filter { $0.overlaps(line) })
    }
  }
}
