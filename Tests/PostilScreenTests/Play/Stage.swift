import PostilCore
@testable import PostilScreen
import Testing

/// A screen that is played with keys: update and view, with a desk that answers at once.
struct Stage {
  var state: State
  var desk: Desk

  // Reading these takes longer than playing a screen.
  private static let themes = Themes()
  private static let keyMap = KeyMap()

  init(_ desk: Desk, rows: Int = 24, columns: Int = 80) throws {
    state = State(
      size: Size(rows: rows, columns: columns), today: today, title: "A trial notebook",
      keyMap: Self.keyMap, themes: Self.themes, theme: .ink)
    self.desk = desk
    settle(state.begin())
  }

  /// Presses keys by their names, `j t s <Enter>`.
  mutating func press(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let keys = try #require([Key](named: keys), sourceLocation: sourceLocation)
    for key in keys { settle(update(&state, .key(key))) }
  }

  /// Types characters one by one.
  mutating func type(_ text: String) {
    for character in text { settle(update(&state, .key(.character(character)))) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    settle(update(&state, .resized(Size(rows: rows, columns: columns))))
  }

  mutating func settle(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      for event in desk.answer(effect) { waiting += update(&state, event) }
    }
  }

  var canvas: Canvas { view(state) }

  /// The glyphs of the screen, a line a row.
  var text: String { canvas.glyphPlane.joined(separator: "\n") }
}

/// Invented posts of the shapes that real ones have.
enum Cast {
  static let contract = """
    $NWND is pleased to announce a $9.4bn compute contract with @HelioSoft
    Key details of the transaction:
    - $9.4bn contract value
    - 5-year average term
    - 18% prepayment
    Refer to the release: https://example.com/nwnd
    """
  static let tour = """
    I toured the Tarn Ridge site of $NWND last Friday. Revenue was $3.2B vs. est. $3.1B; U.S. sales \
    grew 12%. Dr. Okafor said margins will recover by March. 電力の需要は増えている。来年も続く。 ⚡️ Earthworks \
    are underway for block 4 (~150MW of something) and block 5.

    Shoutout to the team 👩🏽‍💻 for hosting!
    """
  static let reply = "@mara_k@dune_power haha no. You either lied or got mixed up."

  static func post(
    _ id: String, _ author: String, _ posted: String, _ text: String, thread: String? = nil
  ) -> Post {
    var post = Post(id: id, text: text)
    post.author = author
    post.posted = Moment(posted)
    post.sha256 = id
    post.thread = thread
    return post
  }

  static var posts: [Post] {
    [
      post("x-3", "@NorthwindPower", "2026-11-21T16:42:00Z", contract),
      post("x-2", "@sitewalker", "2026-11-20T09:05:00Z", tour),
      post("x-1", "@trollish", "2026-11-19", reply),
      post(
        "x-5", "@threadman", "2025-06-02T10:00:00Z", "First, power is the limit.", thread: "x-5"),
      post(
        "x-6", "@threadman", "2025-06-02T10:05:00Z", "Second, turbines are sold out until 2029.",
        thread: "x-5"),
      post(
        "x-7", "@threadman", "2025-06-02T10:09:00Z", "Third, whoever has land wins.", thread: "x-5"),
    ]
  }

  /// A claim of each status on the post about the tour.
  static var claims: [Claim] {
    let scalars = Array(tour.unicodeScalars)
    func claim(_ id: String, _ words: String, _ status: Status, note: String = "") -> Claim {
      var claim = Claim(id: id)
      claim.post = "x-2"
      claim.spans = Array(Anchor.places(of: words, in: scalars).prefix(1))
      claim.quotes = [words]
      claim.status = status
      claim.notes = note
      claim.history = [Turn(Day("2026-11-21") ?? today, status)]
      return claim
    }
    var forecast = claim("c-261121-00003", "margins will recover by March", .open)
    forecast.type = .forecast
    forecast.due = Day("2027-03-31")
    forecast.confidence = 60
    return [
      claim(
        "c-261121-00001", "Revenue was $3.2B vs. est. $3.1B", .supported,
        note: "10-Q p. 4: 3,214. The beat is 3.7%, not the 4.1% in the chart."),
      claim("c-261121-00002", "U.S. sales grew 12%.", .refuted, note: "The call said 9%."),
      forecast,
      claim("c-261121-00004", "電力の需要は増えている。", .mixed),
      claim("c-261121-00005", "block 5", .void),
    ]
  }

  static var desk: Desk { Desk(posts: posts, claims: claims) }
}
