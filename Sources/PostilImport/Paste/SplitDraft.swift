public import PostilCore

/// A pasted text with the places where it is cut into posts: what a split preview shows and edits.
///
/// Works on UTF-8 bytes, so that every byte is in exactly one piece or in one separator. A piece
/// is contiguous; blank and dropped lines are left out at its edges only.
public struct SplitDraft: Hashable, Sendable {
  /// What is known about the posts of a piece apart from their text.
  public struct Attribution: Hashable, Sendable {
    /// The handle with its `@`, or whatever name the text gave.
    public var author: String?
    /// The display name.
    public var name: String?
    /// When it was posted, as far as it is known.
    public var posted: Moment?
    /// The date as the text has it, when it is no full date.
    public var postedRaw: String?
    /// Where it stands, when the text says so.
    public var url: String?

    /// What a person said, or nothing.
    public init(author: String? = nil, posted: Moment? = nil) {
      self.author = author
      self.posted = posted
    }
  }

  /// One post to be.
  public struct Piece: Hashable, Sendable {
    /// Its lines, counted from 0, blank edges left out.
    public var lines: Range<Int>
    /// Half-open, bytes of the draft; the last line's terminator is left out.
    public var bytes: Range<Int>
    /// What it says about itself, filled up with what holds for the rest.
    public var about: Attribution
  }

  /// The whole input.
  public let bytes: [UInt8]
  /// The bytes of each line with its terminator; a byte-order mark belongs to none.
  public let lines: [Range<Int>]
  /// Lines that begin a post, counted from 0; the first line does so without a mark.
  public private(set) var starts: Set<Int>
  /// Lines that belong to no post when they lie at its edge: rules, furniture, source links.
  public private(set) var dropped: Set<Int>
  /// Lines of a post that go on in the line before them, where a page broke them.
  public let joined: Set<Int>
  /// What holds for every piece that does not know better.
  public var rest = Attribution()

  private let isBlank: [Bool]
  /// By the line that begins the post.
  private var known: [Int: Attribution] = [:]

  /// A text as it is cut; without marks it is one post.
  public init(
    _ bytes: [UInt8], starts: Set<Int> = [], dropped: Set<Int> = [], joined: Set<Int> = [],
    known: [Int: Attribution] = [:]
  ) {
    self.bytes = bytes
    lines = TextLines.ranges(of: bytes)
    isBlank = lines.map { TextLines.isBlank(bytes[$0]) }
    self.starts = starts
    self.dropped = dropped
    self.joined = joined
    self.known = known
  }

  /// The posts as the text is cut now, in order.
  public var pieces: [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var content: ClosedRange<Int>?
    func close() {
      guard let content else { return }
      let end = TextLines.withoutTerminator(bytes, lines[content.upperBound]).upperBound
      pieces.append(
        Piece(
          lines: Range(content), bytes: lines[content.lowerBound].lowerBound..<end,
          about: attribution(start)))
    }
    for line in lines.indices {
      if starts.contains(line) {
        close()
        content = nil
        start = line
      }
      if hasContent(line) { content = (content?.lowerBound ?? line)...line }
    }
    close()
    return pieces
  }

  /// How many posts there are as the text is cut now.
  public var count: Int {
    var count = 0
    var isOpen = false
    for line in lines.indices {
      if starts.contains(line) { isOpen = false }
      if !isOpen, hasContent(line) {
        isOpen = true
        count += 1
      }
    }
    return count
  }

  /// The text of a piece, byte for byte but for the line ends before `joined` lines.
  public func text(_ piece: Piece) -> String {
    guard piece.lines.dropFirst().contains(where: joined.contains) else {
      return String(decoding: bytes[piece.bytes], as: UTF8.self)
    }
    var text: [UInt8] = []
    for line in piece.lines {
      let isLast = line + 1 == piece.lines.upperBound
      let goesOn = isLast || joined.contains(line + 1)
      text += bytes[goesOn ? TextLines.withoutTerminator(bytes, lines[line]) : lines[line]]
    }
    return text.string
  }

  /// The text of a line without its terminator.
  public func text(line: Int) -> String {
    String(decoding: bytes[TextLines.withoutTerminator(bytes, lines[line])], as: UTF8.self)
  }

  /// What belongs to no post, in order; half-open, bytes.
  public var separators: [Range<Int>] {
    var separators: [Range<Int>] = []
    var end = 0
    for piece in pieces {
      if end < piece.bytes.lowerBound { separators.append(end..<piece.bytes.lowerBound) }
      end = piece.bytes.upperBound
    }
    if end < bytes.count { separators.append(end..<bytes.count) }
    return separators
  }

  /// The first line with content of each post, counted from 0.
  public var firstLines: Set<Int> { Set(pieces.map(\.lines.lowerBound)) }

  /// Sets or takes back the boundary before a line; before a blank line it is the next with words.
  public mutating func toggle(_ line: Int) {
    guard let target = (max(0, line)..<max(0, line, lines.count)).first(where: hasContent) else {
      return
    }
    let marks = marks(before: target)
    // The first post begins by itself.
    guard marks.isEmpty else {
      starts.subtract(marks)
      return
    }
    if (0..<target).contains(where: hasContent) { starts.insert(target) }
  }

  /// Joins the post that holds a line with the one before it.
  public mutating func merge(_ line: Int) {
    guard let piece = pieces.last(where: { $0.lines.lowerBound <= line }) else { return }
    starts.subtract(marks(before: piece.lines.lowerBound))
  }

  /// Leaves the post that holds a line out: its bytes are counted as a separator.
  public mutating func drop(_ line: Int) {
    guard let piece = pieces.last(where: { $0.lines.lowerBound <= line }) else { return }
    dropped.formUnion(piece.lines)
  }

  /// Takes all boundaries away: the whole text is one post.
  public mutating func mergeAll() { starts = [] }

  /// Says who wrote the post that holds a line, when, and where it stands; nil keeps what is known.
  public mutating func attribute(
    _ line: Int, author: String? = nil, posted: Moment? = nil, url: String? = nil
  ) {
    guard let piece = pieces.last(where: { $0.lines.lowerBound <= line }) else { return }
    let key = marks(before: piece.lines.lowerBound).max() ?? 0
    var about = known[key] ?? Attribution()
    about.author = author ?? about.author
    about.posted = posted ?? about.posted
    about.url = url ?? about.url
    known[key] = about
  }

  private func attribution(_ start: Int) -> Attribution {
    var about = known[start] ?? Attribution()
    about.author = about.author ?? rest.author
    if about.postedRaw == nil { about.posted = about.posted ?? rest.posted }
    return about
  }

  private func hasContent(_ line: Int) -> Bool { !isBlank[line] && !dropped.contains(line) }

  /// The marks that make `target`, a line with content, the first of its post.
  private func marks(before target: Int) -> [Int] {
    var marks = starts.contains(target) ? [target] : []
    for line in stride(from: target - 1, through: 0, by: -1) where !hasContent(line) {
      guard line == target - 1 || !hasContent(line + 1) else { break }
      if starts.contains(line) { marks.append(line) }
    }
    return marks
  }
}
