/// The numbers of one unit on a page, oldest first.
public struct NumberSeries: Hashable, Sendable {
  /// One number in a post.
  public struct Entry: Hashable, Sendable {
    /// As written, `~150MW`.
    public var text: String
    /// How much that is; a range counts by its middle.
    public var value: Double
    /// When it was posted; nil when that is not known.
    public var day: Day?
    /// Who posted it.
    public var author: String?
    /// The post in which it stands.
    public var post: String
    /// Code point at which it begins there.
    public var start: Int
    /// The words around it, on one line.
    public var words: String
    /// The mark of the claim in which it stands.
    public var mark: Character?

    /// A number as it stands in a post.
    public init(_ text: String, value: Double, post: String, start: Int, words: String) {
      self.text = text
      self.value = value
      self.post = post
      self.start = start
      self.words = words
    }
  }

  /// What the numbers count, `MW`, `$`, `%`; empty for plain numbers.
  public var unit: String
  /// Oldest first; those without a date before all others.
  public var entries: [Entry]

  /// Numbers of one unit.
  public init(unit: String, entries: [Entry]) {
    self.unit = unit
    self.entries = entries
  }

  /// The words around a range of a text: its line, from a few words before it on.
  static func words(around range: Range<Int>, in scalars: [Unicode.Scalar]) -> String {
    var start = range.lowerBound
    var blank: Int?
    while start > 0, range.lowerBound - start < 28, !isBreak(scalars[start - 1]) {
      start -= 1
      if scalars[start] == " " { blank = start + 1 }
    }
    let isCut = start > 0 && !isBreak(scalars[start - 1])
    if isCut { start = blank ?? range.lowerBound }
    var end = range.upperBound
    while end < scalars.count, end - range.upperBound < 120, !isBreak(scalars[end]) {
      end += 1
    }
    return (isCut ? "…" : "") + Visible.line(String(scalars: scalars[start..<end]))
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}
