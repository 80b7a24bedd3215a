import PostilCore
import Testing

struct QueryWordsTests {
  private let today = Day(number: 20_395)  // 2025-11-03

  @Test(arguments: [
    ("turbine", "hold the word “turbine”"),
    ("turb* -is:unread", "hold a word that begins with “turb” and not (were not read)"),
    ("a (b OR c)", "hold the word “a” and (hold the word “b” or hold the word “c”)"),
    ("due:..+2w", "have a claim due on 2025-11-17 or earlier"),
    ("posted:2025-10..2025-11", "were posted from 2025-10-01 to 2025-11-30"),
    ("number:100MW..", "hold a number of 100MW or more"),
    (
      "claim:{status:open confidence:60..80}",
      "have a claim such that (have a claim that is open and have a claim with 60% to 80%)"
    ),
    ("a NEAR/5 \"b c\"", "hold “a” and “b c” with at most 5 words between"),
    ("lang:en", "say lang: “en”"),
    ("query:power", "are found by the saved query power"),
  ])
  func `a query is said in plain words`(text: String, words: String) throws {
    #expect(try Query(parsing: text).words(today: today) == words)
  }

  @Test func `what stands inside is further in`() throws {
    let lines = try Query(parsing: "a -(b OR thread:{c})").lines(today: today)
    #expect(
      lines == [
        "all of:", "  hold the word “a”", "  not:", "    one of:", "      hold the word “b”",
        "      stand in a thread with a post such that:", "        hold the word “c”",
      ])
  }

  private var lexicon: QueryLexicon {
    var lexicon = QueryLexicon()
    lexicon.keys = ["sector"]
    lexicon.saved = ["due-power": "is:due"]
    lexicon.values = [
      .author: [.init("@volt_watch", count: 9), .init("Harbor Wire", count: 2)],
      .ticker: [.init("NWND", count: 5), .init("NVLT", count: 1)],
      .tag: [.init("power", count: 3), .init("power/btm", count: 1)],
    ]
    return lexicon
  }

  @Test(arguments: [
    ("auth", ["author:"]), ("sec", ["sector:"]), ("author:vol", ["author:@volt_watch"]),
    ("author:h", ["author:\"Harbor Wire\""]), ("$n", ["$NWND", "$NVLT"]),
    ("tag:", ["tag:power", "tag:power/btm"]), ("is:un", ["is:untagged", "is:unread"]),
    ("query:d", ["query:due-power"]), ("claim:", ["claim:{"]), ("power", []),
  ])
  func `a term is completed, the most frequent first`(typed: String, words: [String]) {
    #expect(lexicon.completions(of: typed) == words)
  }

  @Test(arguments: [
    ("a tag:p", "tag:p"), ("a -tag:p", "tag:p"), ("(is:", "is:"), ("claim:{st", "st"),
    ("author:\"Harbor W", "author:\"Harbor W"), ("a ", ""), ("take-or", "take-or"),
  ])
  func `the last term is what is completed`(text: String, term: String) {
    #expect(QueryLexicon.lastTerm(of: text) == term)
  }
}
