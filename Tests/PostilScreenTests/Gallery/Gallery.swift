import PostilCore
import PostilImport
import Testing

@testable import PostilScreen

/// Every screen of which goldens are kept, a line each: its name, and the keys that lead to it.
enum Gallery {
  static let scenes: [Scene] = [
    list, reader, suggestions, spans, labels, claims, tagging, margin, ledger, pages, layers,
    elsewhere, first, threads, groups, codebook, topics, terminal,
  ].flatMap(\.self)

  static let list: [Scene] = [
    Scene("list", "j"),
    Scene("list-marked", "<Space> <Space> *"),
    Scene("list-range", "V j j"),
    Scene("list-search", "/ p o w e r"),
    Scene("list-filter", "F p o w e r"),
    Scene("list-filtered", "F p o w e r <Enter>"),
    Scene("filter-mistake", "F a u t o r : x"),
    Scene("no-result", "F q u e n c h f i s h"),
    Scene("list-tagged", "t s"),
    Scene("list-keys", "g"),
    Scene("list-count", "1 2"),
    Scene("list-progress", "") { stage in
      stage.settle(
        update(&stage.state, .progress(Progress("reading the files", done: 1200, total: 4000))))
    },
  ]

  static let reader: [Scene] = [
    Scene("reader", "j <Enter> j"),
    Scene("reader-contract", "<Enter> j j j"),
    Scene("reader-thread", "j j j j <Enter>"),
    Scene("reader-claim", "j <Enter> <Tab> <Tab>"),
    Scene("reader-search", "j <Enter> / s i t e"),
    Scene("reader-details", "<Enter> i"),
    Scene("reader-undone", "<Enter> t s u"),
    Scene("reader-problem", "") { stage in
      try stage.press("j <Enter>")
      let problem = Problem(
        "the front matter does not end", at: .init("claims/2026/c-1.md", line: 3),
        hint: "a line with --- ends it")
      stage.settle(update(&stage.state, .failed(problem)))
    },
  ]

  static let suggestions: [Scene] = [
    Scene("reader-suggestion", "j <Enter> ] s"),
    Scene("reader-suggestion-here", "j <Enter> ] s k j"),
    Scene("reader-suggestion-next", "j <Enter> ] s ] s ] s"),
    Scene("reader-suggestion-hidden", "<Enter> ] s ! h"),
    Scene("reader-suggestions-off", "<Enter> ! !"),
    Scene("list-suggestion", "j ] s"),
  ]

  static let spans: [Scene] = [
    Scene("reader-span", "<Enter> v w w w"),
    Scene("reader-span-sentences", "j <Enter> V )"),
    Scene("reader-word", "j <Enter> - -"),
    Scene("reader-paragraph", "j <Enter> +"),
  ]

  static let labels: [Scene] = [
    Scene("list-labels", "f"),
    Scene("reader-label-go", "j <Enter> f"),
    Scene("reader-labels", "j <Enter> T"),
    Scene("reader-label-chosen", "j <Enter> T f"),
    Scene("reader-links", "<Enter> O"),
    Scene("reader-numbers", "<Enter> #"),
    Scene("reader-number", "<Enter> # s"),
    Scene("reader-run", "j <Enter> T s f <Down>"),
  ]

  static let claims: [Scene] = [
    Scene("reader-overlap", "<Enter> j", desk: Cast.overlapping),
    Scene("reader-overlap-inner", "<Enter> <Tab> <Tab> <Tab>", desk: Cast.overlapping),
    Scene("reader-overlap-outer", "<Enter> <Tab>", desk: Cast.overlapping),
    Scene("reader-borders", "j <Enter> <Tab> <Tab> b [ b"),
    Scene("reader-spans", "<Enter> j j t s j j t + <Tab>"),
    Scene("reader-lost", "j <Enter> <S-Tab>") { stage in stage.desk.claims[1].spans = [] },
    Scene("reader-reworded", "<Enter> <S-Tab> <S-Tab>", desk: Cast.restated),
    Scene("reader-changed", "<Enter> <S-Tab>", desk: Cast.restated),
    Scene("reader-newer", "j <Enter> <Tab>", desk: Cast.captured),
    Scene("reader-find", "<Enter> v f"),
  ]

  static let tagging: [Scene] = [
    Scene("reader-tagging", "<Enter> t"),
    Scene("reader-tagged", "<Enter> j t s"),
    Scene("reader-forecast", "j <Enter> j j t p"),
    Scene("reader-topic", "<Enter> t #"),
    Scene("reader-topic-new", "<Enter> t # n e w"),
    Scene("ledger-topic", "L t #"),
    Scene("reader-topic-remove", "j <Enter> : t o p i c . r e m o v e <Enter>") { stage in
      var note = Note(id: "on-x-2")
      note.tags = ["contract", "power/btm"]
      stage.desk.margins["x-2"] = note
    },
    Scene("reader-due", "j <Enter> <Tab> d"),
    Scene("reader-confidence", "j <Enter> <Tab> %"),
    Scene("reader-mark", "<Enter> m"),
  ]

  static let margin: [Scene] = [
    Scene("reader-note", "j <Enter> <Tab> a"),
    Scene("reader-margin-below", "M j <Enter>"),
    Scene("reader-margin-hidden", "M M j <Enter>"),
    Scene("reader-margin-wide", "C-w > C-w > j <Enter>"),
  ]

  static let ledger: [Scene] = [
    Scene("ledger", "L j"),
    Scene("ledger-filter", "L F i s : o p e n"),
    Scene("ledger-marked", "L <Space> <Space>"),
    Scene("ledger-remove", "L <Space> <Space> t x"),
  ]

  static let pages: [Scene] = [
    Scene("page-ticker", ": g o . p a g e <Space> $ N W N D <Enter>"),
    Scene("page-ticker-claim", "j <Enter> p <Tab> <Tab>"),
    Scene("page-ticker-end", "j <Enter> p G"),
    Scene("page-author", "j p j"),
    Scene("page-author-empty", ": g o . p a g e <Space> @ n o b o d y <Enter>"),
    Scene("page-tag", ": g o . p a g e <Space> # p o w e r <Enter>", desk: Cast.tagged),
    Scene("page-tag-empty", ": g o . p a g e <Space> # n e w <Enter>"),
    Scene("page-tagging", "j p <Tab> <Tab> <Tab> t"),
    Scene(
      "page-folded", ": g o . p a g e <Space> $ N W N D <Enter> <Tab> <Tab> <Tab>",
      desk: Cast.crowded),
    Scene("page-search", "j p / m a r g i n <Enter>"),
    Scene("page-here", "j <Enter> p <Tab> <Tab> <Tab> <Tab> p"),
    Scene("pages", "P n"),
  ]

  static let layers: [Scene] = [
    Scene("palette", ": t h e"),
    Scene("help", "<Enter> ?"),
    Scene("help-list", "?"),
    Scene("export", "E"),
    Scene("import", ": i m p o r t <Enter>"),
  ]

  static let elsewhere: [Scene] = [
    Scene("notes", "g n"),
    Scene("problems", "g p"),
    Scene("notes-palette", "g n :"),
    Scene("bare", "j <Enter> B"),
    Scene("bare-ledger", "L B"),
    Scene("split", "j j", desk: Desk(posts: []), prepare: proposeSplit),
    Scene("split-author", "j j a", desk: Desk(posts: []), prepare: proposeSplit),
    Scene("split-date", "j j d", desk: Desk(posts: []), prepare: proposeSplit),
    Scene("split-link", "j j l", desk: Desk(posts: []), prepare: proposeSplit),
  ]

  /// A notebook in which nothing is yet.
  static let first: [Scene] = [
    Scene("empty", "", desk: Desk(posts: [])),
    Scene("empty-ledger", "L", desk: Desk(posts: [])),
    Scene("empty-ledger-filtered", "L F t a g : x <Enter>", desk: Desk(posts: [])),
    Scene("empty-notes", "g n", desk: Desk(posts: [])),
    Scene("empty-palette", ": i m p", desk: Desk(posts: [])),
    Scene("empty-bare", "B", desk: Desk(posts: [])),
    Scene("first-margin", "<Enter>", desk: Desk(posts: Cast.posts)),
    Scene("reader-no-claims", "<Enter>"),
  ]

  @Sendable private static func proposeSplit(_ stage: inout Stage) {
    let text = Array((Cast.contract + "\n" + Cast.reply + "\n").utf8)
    stage.settle(
      update(&stage.state, .splitProposed(name: "posts.txt", SplitDraft(text, starts: [6]))))
  }
}
