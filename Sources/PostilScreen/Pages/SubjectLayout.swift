public import PostilCore

/// A subject's page set in lines for a width.
public struct SubjectLayout: Sendable {
  /// From top to bottom.
  public private(set) var lines: [SubjectLine] = []

  let page: SubjectPage
  let width: Int
  let today: Day
  /// Rows of a section that are shown before it is unfolded; nil shows all.
  let digest: Int?
  let unfolded: Set<SubjectLine.Section>
  /// Rows of the tallest bar of the timeline.
  let barRows: Int

  /// The cell at which all lines begin.
  static let left = 3

  /// Sets a page; `rows` are those of the screen, nil where everything is shown at once.
  init(
    _ page: SubjectPage, width: Int, rows: Int?, today: Day,
    unfolded: Set<SubjectLine.Section> = []
  ) {
    self.page = page
    self.width = max(16, width)
    self.today = today
    self.unfolded = unfolded
    digest = rows.map { max(4, $0 / 4) }
    barRows = rows.map { $0 >= 30 ? 5 : $0 >= 16 ? 3 : 2 } ?? 4
    addHead()
    addTimeline()
    addTrack()
    addClaims()
    addPosts()
    addMentions()
    for series in page.numbers { add(series) }
    for kind in ["author", "ticker", "tag"] { addBeside(kind) }
    while lines.last?.pieces.isEmpty == true { lines.removeLast() }
  }

  /// A page as the shell prints it: every line of it, `width` cells wide.
  public init(printing page: SubjectPage, width: Int, today: Day) {
    self.init(page, width: width, rows: nil, today: today)
  }

  /// The column before which all lines end.
  var end: Int { width - 1 }

  mutating func add(_ line: SubjectLine) { lines.append(line) }

  mutating func addBlank(_ section: SubjectLine.Section) { lines.append(SubjectLine(section)) }

  /// A blank line, a heading, and a remark at its right end.
  mutating func addHeading(_ words: String, _ remark: String = "", _ section: SubjectLine.Section) {
    if !lines.isEmpty { addBlank(section) }
    var line = SubjectLine(section, isHeading: true)
    let column = line.put(words, at: Self.left, .marginHead, width: width / 2)
    line.putRight(remark, end: end, .dim, width: max(0, end - column - 2))
    add(line)
  }

  /// The rows of a section: all of them, or the first few and a line that shows the rest. `total`
  /// counts also those that are not at hand.
  mutating func addRows(
    _ rows: [SubjectLine], total: Int, _ section: SubjectLine.Section, noun: String,
    rest: SubjectLine.Target
  ) {
    let isWhole = digest == nil || unfolded.contains(section) || rows.count <= (digest ?? 0) + 1
    let shown = isWhole ? rows.count : digest ?? 0
    for row in rows.prefix(shown) { add(row) }
    guard shown < total else { return }
    let unfolds = shown < rows.count
    var more = SubjectLine(section, unfolds ? .more(section) : rest)
    let count = "… \(total - shown) more \(noun)"
    let hint = digest == nil ? "" : unfolds ? " · Enter shows them" : " · Enter lists all"
    more.put(count + hint, at: Self.left, .dim, width: end - Self.left)
    add(more)
  }
}
