import PostilCore

/// One line of a subject's page: words at their columns, and what the cursor finds there.
public struct SubjectLine: Hashable, Sendable {
  /// Words from a column on.
  struct Piece: Hashable, Sendable {
    var column: Int
    var text: String
    var role: Role
  }

  /// A part of the page, in the order in which they stand.
  enum Section: Hashable, Sendable {
    case head, timeline, track, claims, posts, mentions
    case numbers(unit: String)
    case beside(kind: String)
  }

  /// What Enter opens; the cursor stops only at lines that have one.
  enum Target: Hashable, Sendable {
    /// The posts of the page, in the list.
    case list
    /// What a query finds, in the list.
    case filter(Query)
    /// The claims of the page that are in a state, in the ledger.
    case ledger(Query?)
    case claim(String)
    case post(String)
    case number(post: String, start: Int)
    case subject(Subject)
    /// The rest of a section.
    case more(Section)
  }

  let section: Section
  let target: Target?
  /// Whether it is the heading of its section.
  let isHeading: Bool
  /// Whether its signs stand for counts, and mean nothing when they are read out.
  let isPicture: Bool
  private(set) var pieces: [Piece] = []

  init(
    _ section: Section, _ target: Target? = nil, isHeading: Bool = false, isPicture: Bool = false
  ) {
    self.section = section
    self.target = target
    self.isHeading = isHeading
    self.isPicture = isPicture
  }

  /// Puts words at a column, cut to a width; answers the column after them.
  @discardableResult
  mutating func put(_ text: String, at column: Int, _ role: Role, width: Int) -> Int {
    let text = Wrapping.oneLine(text, width: width)
    guard !text.isEmpty else { return column }
    pieces.append(Piece(column: column, text: text, role: role))
    return column + Glyph.width(of: text)
  }

  /// Puts words so that they end before a column; answers the column at which they begin.
  @discardableResult
  mutating func putRight(_ text: String, end: Int, _ role: Role, width: Int) -> Int {
    let text = Wrapping.oneLine(text, width: width)
    guard !text.isEmpty else { return end }
    let column = end - Glyph.width(of: text)
    pieces.append(Piece(column: column, text: text, role: role))
    return column
  }

  /// The line as the shell prints it, without blanks at its end.
  public var text: String {
    var text = ""
    var column = 0
    for piece in pieces.sorted(by: { $0.column < $1.column }) {
      text += String(repeating: " ", count: max(0, piece.column - column)) + piece.text
      column = max(column, piece.column) + Glyph.width(of: piece.text)
    }
    return text
  }
}
