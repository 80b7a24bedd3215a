import PostilCore

/// One post on the page of the reader: its text cut and set, and the claims on it.
struct Block: Sendable {
  enum Kind: Hashable, Sendable {
    case main, thread, quoted, quoting, answered
  }

  var kind: Kind
  var post: Post
  var claims: [Claim] {
    didSet {
      places = ClaimPlaces(claims)
      suggestions = Suggestion.untagged(facts.suggestions, spans: places.spans.joined())
    }
  }
  /// What the text says instead of the words that some of them have lost, by id.
  var restatements: [String: Restatement] = [:]
  /// Where on the text each of them stands.
  private(set) var places: ClaimPlaces
  /// The note on the post as a whole.
  var margin: Note?
  /// Its place in the thread, from 0; nil for a post beside it.
  var part: Int?
  var path = ""
  var isRead = false
  /// The number of its first claim in the margin.
  var firstNumber: Int
  private let facts: TextFacts
  private let entityPlaces: RangeIndex
  /// The sentences that rules suggest and no claim stands on, in order.
  private(set) var suggestions: [Suggestion]
  private(set) var layout: TextLayout

  init(
    _ kind: Kind, _ post: Post, _ claims: [Claim], _ facts: TextFacts, firstNumber: Int, width: Int
  ) {
    self.kind = kind
    self.post = post
    self.claims = claims
    self.facts = facts
    self.firstNumber = firstNumber
    let places = ClaimPlaces(claims)
    self.places = places
    entityPlaces = RangeIndex(facts.entities.lazy.map { [$0.range] })
    suggestions = Suggestion.untagged(facts.suggestions, spans: places.spans.joined())
    layout = TextLayout(post.text, width: width)
  }

  var segments: Segments { facts.segments }

  var entities: [Entity] { facts.entities }

  /// The numbers and periods of the text.
  var quantities: [Quantity] { facts.quantities }

  /// Whether this is how that text is cut and set.
  func says(_ text: String) -> Bool { facts.areOf(text) }

  /// Where a claim is shown: where its words stand, else where words like them do; none of both when it
  /// stands on the post as a whole, or is lost for good.
  func shownSpans(of claim: Claim) -> [Range<Int>] {
    claim.isLost ? restatements[claim.id]?.spans ?? [] : claim.spans
  }

  var isStarred: Bool { margin?.tags.contains(Note.star) ?? false }

  mutating func setWidth(_ width: Int) {
    guard width != layout.width else { return }
    layout = TextLayout(post.text, width: width)
  }

  /// The post as one span, without surrounding white space; empty when it has no words.
  var whole: Range<Int> {
    guard let first = segments.paragraphs.first, let last = segments.paragraphs.last else {
      return 0..<0
    }
    return first.lowerBound..<last.upperBound
  }

  /// Links in order: those in the text, then those only the record knows.
  var links: [String] {
    let inText = entities.filter { $0.kind == .link }.map(\.text)
    return inText + post.links.filter { !inText.contains($0) }
  }

  /// Links, names and the like that stand in a range of code points.
  func entities(in range: Range<Int>) -> [Entity] {
    entityPlaces.owners(overlapping: range).map { entities[$0] }
  }

  /// The claims that have words in a range of code points, in order.
  func claims(in range: Range<Int>) -> [Claim] {
    places.indices(in: range).map { claims[$0] }
  }

  /// The units of a level, in order.
  func units(_ level: Selection.Level) -> [Range<Int>] {
    switch level {
    case .word: segments.words
    case .clause: segments.clauses
    case .sentence: segments.sentences
    case .paragraph: segments.paragraphs
    case .post: whole.isEmpty ? [] : [whole]
    }
  }

  /// The unit that holds an offset, or the next one after it.
  func unit(_ level: Selection.Level, at offset: Int) -> Range<Int>? {
    let units = units(level)
    // The first unit that ends after the offset: units are in order, so halve.
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if units[middle].upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low < units.count ? units[low] : units.last
  }
}
