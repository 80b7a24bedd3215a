import PostilCore
import TestSupport
import Testing

@testable import PostilImport

/// The shared work under the record formats.
struct RecordReadingTests {
  private func json(_ text: String) throws -> JSONValue {
    var reader = JSONReader(Array(text.utf8))
    return try reader.value()
  }

  @Test(arguments: ["null", "[null]", "42\n", "true\nnull\n", "[1, false]"])
  func `a value that is no object is no post`(content: String) throws {
    let file = try ImportSandbox().take(content, named: "a.json").report.files[0]
    #expect(file.new == 0 && file.found > 0)
    #expect(file.skipped.allSatisfy { $0.message == "no object" })
  }

  @Test(arguments: ["null\n", "17\n", "[null, "])
  func `values that are no objects cost nothing but themselves`(start: String) throws {
    let post = #"{"id_str":"1985352791846887766","full_text":"power first","screen_name":"ada"}"#
    let file = try ImportSandbox().take(
      start + post + (start.hasPrefix("[") ? "]" : "\n"), named: "a.json"
    ).report.files[0]
    #expect(file.new == 1 && file.skipped.map(\.message) == ["no object"])
  }

  @Test(arguments: ["[1] is a footnote.", "2024 was a good year.", "true words", "[1, 2] are two"])
  func `a text that begins like a value is text`(text: String) throws {
    #expect(try ImportSandbox().take(text).report.files[0].format == "text")
  }

  @Test(arguments: [
    (#"[{'a': 'it\'s', "b": None, 'c': (1, 2)}]"#, #"[{"a":"it's","b":null,"c":[1,2]}]"#),
    (
      #"{'when': datetime.datetime(2022, 9, 1, 7, 5, tzinfo=datetime.timezone.utc)}"#,
      #"{"when":"2022-09-01 07:05:00 UTC"}"#
    ),
    (#"['\x41\u00e9\U0001F600', True, nan, 1.5]"#, #"["Aé😀",true,null,1.5]"#),
    (#"[{"json": [1]}]"#, #"[{"json":[1]}]"#), ("[]", "[]"), ("{}", "{}"),
  ])
  func `a cell of Python's lists is read as what it means`(cell: String, meant: String) throws {
    #expect(NestedText.value(.string(cell)) == (try json(meant)))
  }

  @Test(arguments: ["[removed] by a moderator", "{not an object", "[1, 2", "['a'] and more", ""])
  func `a cell that only begins like a list is text`(cell: String) {
    #expect(NestedText.value(.string(cell)) == .string(cell))
  }

  @Test func `Python's lists of any shape end`() {
    var numbers = SeededNumbers(7)
    let marks = Array("[]{}()'\":,\\ xuU1None\n".unicodeScalars)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView("[".unicodeScalars)
      for _ in 0..<Int.random(in: 0...60, using: &numbers) {
        text.append(marks[Int.random(in: marks.indices, using: &numbers)])
      }
      _ = NestedText.value(.string(String(text)))
    }
    _ = NestedText.value(.string(String(repeating: "[", count: 100_000)))
  }

  /// What a file is shows in its first bytes, wherever they end.
  @Test func `a value that breaks off is read as far as it goes`() throws {
    let text = #"{"a":[{"b":"x, y"},{"c":"\"}"}],"d":{"e":1},"f":2}"#
    let whole = try json(text)
    for end in 20..<text.utf8.count {
      let value = RecordHead.beginning(of: Array(text.utf8)[..<end])
      #expect(value?.members.first?.name == whole.members.first?.name)
    }
    let deep = String(repeating: "[", count: 100_000) + "1,"
    #expect(RecordHead.beginning(of: Array(deep.utf8)[...]) == nil)
  }

  @Test(arguments: [
    (
      "@ada's account is temporarily unavailable because it violates the Twitter Media Policy.",
      true
    ),
    ("This Tweet from @ada has been withheld in India in response to a legal demand.", true),
    ("This Post is from a suspended account.", true),
    ("This account owner limits who can view their posts.", true),
    ("Shipment has been withheld in customs, says @ada", false),
    ("This post was written before the split", false), ("Account numbers up 20%", false),
  ])
  func `a notice of X is told from a text`(text: String, isNotice: Bool) {
    #expect(XText.isPlaceholder(text) == isNotice)
  }

  @Test(arguments: [
    ("a &amp; b &lt;", true), ("a & b &amp;", false), ("1 < 2 &amp;", false), ("plain", false),
  ])
  func `references are decoded only where nothing is raw`(text: String, isEscaped: Bool) {
    #expect(XText.looksEscaped(text) == isEscaped)
  }

  @Test func `a quoted block at the end is a post of its own`() throws {
    let text =
      "Mine.\r\n\r\n\r\n\r\nRafael L. (@raf)\nHis one.\n\nHis two.\n— https://nitter.net/raf/status/2084300783021944891#m\n"
    let (own, quoted) = try #require(QuotedBlock.split(text))
    #expect(own == "Mine.")
    #expect(quoted.id == "x-2084300783021944891" && quoted.author == "@raf")
    #expect(quoted.name == "Rafael L." && quoted.text == "His one.\n\nHis two.")
    #expect(
      QuotedBlock.split("Mine.\n— https://nitter.net/raf/status/2084300783021944891#m") == nil)
    #expect(QuotedBlock.split("Mine (@raf)\nno source") == nil)
  }

  @Test func `one post of the fediverse has one id under all its addresses`() {
    let ids = [
      "https://grid.example/users/ada/statuses/109326000000000001",
      "https://grid.example/@ada/109326000000000001",
      "https://GRID.example/ap/users/9/statuses/109326000000000001",
    ].map(Post.id(ofActivity:))
    #expect(Set(ids) == ["ap-grid.example-109326000000000001"])
    #expect(Post.id(ofActivity: "https://lake.example/notes/9x").hasPrefix("ap-"))
    #expect(Post.fediverseHandle("https://grid.example/users/ada") == "ada@grid.example")
  }

  @Test(arguments: [
    "at://did:plc:abc/app.bsky.feed.post/3lq1", "at://did:web:a.example/app.bsky.feed.post/3lq1",
    "at://did:web:ä.example/app.bsky.feed.post/..", "at://x/app.bsky.feed.post/a/../../b",
    "at://did:plc:abc/app.bsky.feed.like/3lq1", "at:///app.bsky.feed.post/", "http://a/b/c",
  ])
  func `an address of Bluesky gives the name of a file or nothing`(uri: String) {
    guard let address = BlueskyAddress(uri) else { return }
    #expect(Layout.isID(address.id))
  }

  @Test func `names of Reddit are of base 36`() {
    #expect(RedditName("t3_s868nd")?.text == "t3_s868nd")
    #expect(RedditName("s868nd", kind: "t3")?.text == "t3_s868nd")
    for name in ["t3_", "t3_A", "../x", "t3_a_b", ""] {
      #expect(RedditName(name, kind: "t1") == nil)
    }
  }

  @Test(arguments: [
    (
      "see https://a.example/b. And (https://c.example/d)!",
      ["https://a.example/b", "https://c.example/d"]
    ),
    ("https://en.example/x_(y) twice https://en.example/x_(y)", ["https://en.example/x_(y)"]),
    ("cut https://a.example/bcd…", []), ("none: here", []),
  ])
  func `links stand in a text as they are`(text: String, links: [String]) {
    #expect(PlainLinks.found(in: text) == links)
  }

  @Test func `a file is read by the format that most of it is, each record by its own`() throws {
    let lines = [
      #"{"_meta": 1}"#,
      #"{"id": 7, "body": "I&#39;m long", "user": {"username": "w"}, "symbols": []}"#,
      #"{"id_str": "1985308523885494272", "full_text": "a &amp; b", "user": {"screen_name": "ada"}}"#,
    ]
    let box = try ImportSandbox()
    try box.take(lines.joined(separator: "\n"), named: "mixed.jsonl")
    #expect(box.posts["st-7"]?.text == "I'm long")
    #expect(box.posts["x-1985308523885494272"]?.text == "a & b")
  }

  @Test func `posts that came along are counted apart and become whole posts when they come alone`()
    throws
  {
    let inner =
      #"{"id_str": "1985308523885494272", "full_text": "inner", "user": {"screen_name": "ada"}}"#
    let outer =
      #"{"id_str": "1985308523885494273", "full_text": "outer", "user": {"screen_name": "ohm"}, "#
      + #""quoted_status_id_str": "1985308523885494272", "quoted_status": \#(inner)}"#
    let box = try ImportSandbox()
    let first = try box.take(outer, named: "a.jsonl").report
    #expect(first.new == 1 && first.files[0].embedded == 1)
    #expect(box.posts["x-1985308523885494272"]?.isEmbedded == true)
    try box.take(inner, named: "b.jsonl")
    #expect(box.posts["x-1985308523885494272"]?.isEmbedded == false)
  }

  @Test func `an export that is cut off keeps what came before, and knows its chat`() throws {
    let messages = (1...4).map {
      #"{"id": \#($0), "type": "message", "date": "2026-02-01T09:00:00", "date_unixtime": "#
        + #""1769936400", "from": "Ada", "from_id": "user1", "text": ["a, ", "b \#($0)"]}"#
    }
    let text =
      #"{"name": "Desk", "type": "public_channel", "id": 77, "messages": ["#
      + messages.joined(separator: ",")
    let box = try ImportSandbox()
    let report = try box.take(String(text.dropLast(9)), named: "result.json").report
    #expect(report.new == 3 && report.skipped == 1)
    #expect(box.posts["tg-77-3"]?.text == "a, b 3")
  }

  /// Real archives repeat a name; the list that holds something counts.
  @Test(arguments: ["before", "after"])
  func `an empty list beside a full one hides nothing`(place: String) throws {
    let full = #""orderedItems":["https://grid.example/@ada/109326000000000001"]"#
    let lists = place == "before" ? #""orderedItems":[],"# + full : full + #","orderedItems":[]"#
    let box = try ImportSandbox()
    let report = try box.take(
      #"{"type":"OrderedCollection","totalItems":1,\#(lists)}"#, named: "outbox.json"
    ).report
    #expect(report.new == 1 && report.files[0].warnings.isEmpty)
  }

  @Test func `nothing where there should be something is said`() throws {
    let box = try ImportSandbox()
    let report = try box.take(
      #"{"type":"OrderedCollection","totalItems":5,"orderedItems":[]}"#, named: "outbox.json"
    ).report
    #expect(report.exitCode == 2 && report.description.contains("5 posts"))
  }

  private static let annotated = #"""
    {"export_userid": "acct:ada@h.example", "annotations": [
      {"id": "a1", "uri": "https://ohm.example/report", "text": "Check it", "tags": ["Power 2"],
       "user": "acct:ada@h.example", "created": "2024-05-10T20:18:56+00:00",
       "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "41MW are leased"}]}]},
      {"id": "a2", "uri": "https://ohm.example/report", "text": "About all of it", "tags": ["grid"],
       "user": "acct:ada@h.example", "created": "2024-05-11T20:18:56+00:00",
       "target": [{"source": "https://ohm.example/report"}]}]}
    """#

  /// The person's own words come in once, and nothing of theirs is ever written over.
  @Test func `annotations become a claim and a margin, and stay as they are edited`() throws {
    let box = try ImportSandbox()
    let plan = try box.take(Self.annotated, named: "h.json")
    let files = plan.change?.files.map(\.path) ?? []
    let claim = try #require(files.first { $0.hasPrefix("claims/2024/c-240510-") })
    let margin = try #require(files.first { $0.hasPrefix("notes/on-p-") })
    #expect(files.count == 3)
    let read = try ClaimFile.read(Document(box.notebook.text(of: claim) ?? ""), path: claim)
    #expect(read.quotes == ["41MW are leased"] && read.notes == "Check it")
    #expect(read.spans == [0..<15] && !read.tags.isEmpty)
    #expect(try box.notebook.text(of: margin)?.contains("About all of it") == true)
    try box.write("---\nkind: claim\n---\n\nmine\n", to: claim)
    #expect(try box.take(Self.annotated, named: "h.json").change == nil)
    #expect(try box.notebook.text(of: claim) == "---\nkind: claim\n---\n\nmine\n")
  }
}
