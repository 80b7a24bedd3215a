public import PostilCore

/// Everything the screen shows derives from this value.
public struct State: Sendable {
  /// Rows and columns of the terminal.
  public var size: Size
  /// The day by which "overdue" is told; comes with events, never from a clock.
  public var today: Day
  /// The notebook's title.
  public var title: String
  /// Nil until they are counted.
  var totals: Totals?
  var tags: [TagCount] = [] {
    didSet { book = Codebook(tags) }
  }
  /// Which name leads to which tag.
  private(set) var book = Codebook([])
  /// The topics used last, newest first; they outlive the program.
  var recentTags: [String] = []
  /// Filters that were used, oldest first; they outlive the program.
  var filters: [String] = []
  /// What was searched for, oldest first; it outlives the program.
  var searches: [String] = []
  /// What queries may name; nil until a filter is typed for the first time.
  var lexicon: QueryLexicon?
  /// The topic that every new claim gets.
  var sticky: String?
  var keyMap: KeyMap
  var themes: Themes
  /// How everything is drawn.
  public var theme: Theme

  var room = Room.list {
    didSet { if room != .reader { run = nil } }
  }
  var list = PostList()
  /// The post in hand: shown whole in the reader, beside the list, or under it.
  var reader: Reader?
  var ledger = Ledger()
  var notes = NoteList()
  var codebook = CodebookRoom()
  /// The pages looked at, the one that is open or was last at the end.
  var pagesOpened: [SubjectRoom] = []
  var split: SplitPreview?
  /// What lies over the room and takes the keys.
  var layer: Layer?

  /// Keys of a sequence that is not finished.
  var pending: [Key] = []
  var count: Int?
  var search: Search?
  /// Which suggestions a person wants to see.
  public var suggestions = SuggestionChoice()
  /// What `.` does again.
  var lastVerb: Verb?
  /// A verb held in hand while labels stay on the text.
  var run: TagRun?
  /// Carried out when the next answer comes, `t a` opens the note of a claim that is being made.
  var afterChange: AfterChange?
  /// The post whose dossier was asked for last; others that still arrive are dropped.
  var wanted: String?
  /// Posts beside it in the list that were read ahead.
  var ahead: [Reader] = []
  /// Those that were forgotten last: never shown, but their texts are cut and set.
  var staleAhead: [Reader] = []
  /// Where to go in it once it is there.
  var arriving: Spot?
  /// Whether the way there leads forward, when it goes to a hit.
  var arrivingAtHit: Bool?
  /// The claim that was just made and whose note opens as soon as it is on the page.
  var madeClaim: String?
  /// A note that is on its way to the disk; taken up again when that fails.
  var saving: NoteEditor?
  /// Why it could not be saved; the disk is being read anew, so that both texts can be shown.
  var saveProblem: Problem?
  /// When the last change was written; comes with events, never from a clock.
  var saved: ClockTime?
  /// What was looked up to be followed, best first, and what else could be.
  var following: Following?
  /// The records that a picker offers.
  var offered: [Place] = []
  /// The sources that a picker offers.
  var cited: [Reader.Cited] = []
  /// The free note to go to once the notes are there, and whether to write it at once.
  var wantedNote: (id: String, isWritten: Bool)?
  var marks: [Character: Spot] = [:]
  var jumps = Jumps()
  var margin = MarginMode()
  /// Whether lists have a preview under them; nil when that is up to the size. Outlives the program.
  var previews: Bool?
  /// A verb that waits for the post in hand to be read.
  var awaiting: AwaitedVerb?

  var message: Message?
  /// Everything that went wrong so far, oldest first.
  public var problems: [Problem] = []
  var problemCursor = 0
  var progress: Progress?
  /// What of the notebook's files is still to be shown, from the start on; nil when nothing is.
  var reading: Reading?
  /// Whether the person has left.
  public var isFinished = false
  /// What the person's files said when they were read last.
  var configuration: Configuration?
  /// Whether the terminal's background is known to be light.
  var isOnLight = false
  /// Whether the terminal was asked for its background, now or the last time: a frame need not wait for
  /// the answer then.
  public var knowsBackground = false
  /// Whether the mouse is Postil's.
  public var wantsMouse = false
  /// Where the mouse was pressed, while it is held.
  var dragBegan: TextPlace?

  /// The state in which the program starts; `begin()` says what to ask for first.
  public init(
    size: Size, today: Day, title: String, keyMap: KeyMap, themes: Themes, theme: Theme
  ) {
    self.size = size
    self.today = today
    self.title = title
    self.keyMap = keyMap
    self.themes = themes
    self.theme = theme
  }

  /// The post to show: the one in hand, or in the list, until it has been read, what its row knows.
  var readerShown: Reader? {
    guard let row = list.current, reader?.dossier.post.id != row.id,
      room == .list || isOpening(row.id)
    else { return reader }
    return begun(Reader(row, frame: frame))
  }

  /// Whether a post of the list is on its way, to be shown from its beginning.
  private func isOpening(_ post: String) -> Bool {
    guard room == .reader, reader == nil, arrivingAtHit == nil, let arriving else { return false }
    return arriving.post == post && arriving.offset < 0
  }

  /// How the screen is divided at this size.
  var frame: Frame { frame(of: room) }

  func frame(of room: Room) -> Frame {
    Frame(size, room: room, margin: margin, configuration?.breakpoints ?? Breakpoints())
  }
}

/// Where one is.
enum Room: String, Sendable, Codable {
  case list, reader, ledger, notes, codebook, page, split, problems
}

/// How far the files are taken in when the program starts.
enum Reading: Hashable, Sendable {
  /// They are being compared with the index.
  case files
  /// They are, and the list of them is on its way.
  case list
}

/// One line of the status line, and how it is meant.
struct Message: Hashable, Sendable {
  var text: String
  var isProblem: Bool

  init(_ text: String, isProblem: Bool = false) {
    self.text = text
    self.isProblem = isProblem
  }
}

/// Work that goes on in the background: what, and how far.
public struct Progress: Hashable, Sendable {
  /// What is being done.
  public var label: String
  /// How many are done.
  public var done: Int
  /// Of how many; 0 when that is not known.
  public var total: Int

  /// Work of which `done` of `total` steps are behind.
  public init(_ label: String, done: Int, total: Int) {
    self.label = label
    self.done = done
    self.total = total
  }
}

/// A place to come back to.
struct Spot: Hashable, Sendable, Codable {
  var room: Room
  var post: String?
  /// Code point in the post.
  var offset: Int
  /// The post of its page that the offset belongs to, when it is not the post itself.
  var beside: String?
  /// What the page is about, in a room that is one.
  var subject: Subject?

  init(room: Room, post: String?, offset: Int, beside: String? = nil) {
    self.room = room
    self.post = post
    self.offset = offset
    self.beside = beside
  }
}

/// Where one came from and may go back to.
struct Jumps: Hashable, Sendable {
  var back: [Spot] = []
  var forward: [Spot] = []

  init() {}
}

/// What is looked for with `/`, lit wherever it stands.
struct Search: Hashable, Sendable {
  /// As typed.
  var words: String
  /// How it is read; nil where words are looked for as they stand.
  var query: Query?

  init(_ words: String, _ query: Query? = nil) {
    self.words = words
    self.query = query
  }
}

/// Where the margin is, and how much wider or narrower than by default, in cells.
struct MarginMode: Hashable, Sendable {
  enum Place: String, Sendable, CaseIterable {
    case beside, below, hidden
  }

  var place = Place.beside
  var widened = 0
  /// Whether the pane in hand has the screen to itself.
  var isAlone = false

  init() {}
}

/// What is tagged, and how: the part that `.` repeats.
enum Verb: Hashable, Sendable {
  case judge(Status, ClaimType)
  case topic(String)
}

/// What follows when a change has come back from the disk.
enum AfterChange: Hashable, Sendable {
  /// Open the note of the claim that was made.
  case noteOnNewClaim
  /// Write the free note that was made.
  case writeNote(String)
}
