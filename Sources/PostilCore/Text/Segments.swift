/// A text cut into words, clauses, sentences and paragraphs.
///
/// All ranges are half-open, in code points, in order, without surrounding white space, and never
/// cut a grapheme cluster. Sentences lie in paragraphs and together hold all that is not white
/// space; clauses do the same to sentences. The rules:
///
/// - **Lines.** A line ends a sentence. It runs on into the next one only in hard-wrapped prose:
///   45 to 120 characters, no stop at its end, the next line begins in lower case (or an earlier
///   line of the block ran on) and not with a bullet, emoji, number, heading or link.
/// - **Stops.** `.` `!` `?` `…` end a sentence before white space, `。！？` anywhere. Quotes,
///   brackets, emoji and a citation such as `(1)` after the stop stay with it. A `.` does not end
///   one before a word in lower case (`iPhone` is not; a sentence that began in lower case may be
///   followed by its like), after an abbreviation (`Abbreviations`), an initial, or a list number.
/// - **Clauses.** `;` and `:` before white space, `，；：`, a dash between spaces, an em dash, and
///   a comma before a conjunction end a clause outside brackets; the mark stays with the clause.
/// - **Words.** Letters and digits with what joins and signs them: `$9.7bn`, `~150MW`, `EH/s`,
///   `X-Y`, `IREN's`, `08/29`. A link is one word, and so are an ideograph, a run of kana, an emoji.
/// - **Paragraphs.** Blank lines part them. Where no line runs on, a line of several sentences that
///   is no list item is a paragraph of its own: long posts are often written without blank lines.
public struct Segments: Hashable, Sendable {
  /// The text, code point by code point.
  public let scalars: [Unicode.Scalar]
  /// The words of all sentences.
  public let words: [Range<Int>]
  /// The clauses of all sentences.
  public let clauses: [Range<Int>]
  /// The sentences of all paragraphs.
  public let sentences: [Range<Int>]
  /// The paragraphs.
  public let paragraphs: [Range<Int>]

  /// Cuts a text; linear in its length.
  public init(_ text: String) {
    let clusters = Clusters(text)
    var words: [Range<Int>] = []
    var clauses: [Range<Int>] = []
    var sentences: [Range<Int>] = []
    var paragraphs: [Range<Int>] = []
    for block in clusters.blocks() {
      let lines = block.lines.map { clusters.sentences(in: $0) }
      paragraphs += block.paragraphs(lines)
      sentences += lines.joined()
    }
    for sentence in sentences {
      clauses += clusters.clauses(in: sentence)
      words += clusters.words(in: sentence)
    }
    scalars = clusters.scalars
    self.words = words.map(clusters.range)
    self.clauses = clauses.map(clusters.range)
    self.sentences = sentences.map(clusters.range)
    self.paragraphs = paragraphs.map(clusters.range)
  }

  /// The text of a range of code points.
  public func text(_ range: Range<Int>) -> String {
    String(scalars: scalars[range.clamped(to: 0..<scalars.count)])
  }
}
