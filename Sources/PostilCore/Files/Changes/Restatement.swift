/// What a text says instead of a claim's words: a suggestion, for only a person can tell that it is
/// what the author made of them.
public struct Restatement: Hashable, Sendable {
  /// What is stated otherwise: numbers with their units, cashtags, names and negations.
  public struct Change: Hashable, Sendable {
    /// Those of the claim that the text does not have; empty when it only has more.
    public let old: String
    /// Those of the text that the claim does not have.
    public let new: String

    /// For people: `“$1.2B” became “$1.3B”`.
    public var words: String {
      switch (old.isEmpty, new.isEmpty) {
      case (true, _): "gained “\(new)”"
      case (false, true): "lost “\(old)”"
      case (false, false): "“\(old)” became “\(new)”"
      }
    }

    /// For History: `edited: $1.2B -> $1.3B`.
    var turn: String {
      switch (old.isEmpty, new.isEmpty) {
      case (true, _): "edited: gained \(new)"
      case (false, true): "edited: lost \(old)"
      case (false, false): "edited: \(old) -> \(new)"
      }
    }
  }

  /// Where those words stand, one span a quote, in order; half-open, code points.
  public let spans: [Range<Int>]
  /// The words as the text has them, the beginning of long ones.
  public let words: String
  /// What they state otherwise; nil when the author only chose other words.
  public let change: Change?

  /// For people: `reworded: “…”`, or `CHANGED: “$1.2B” became “$1.3B”: “…”`.
  public var summary: String {
    change.map { "CHANGED: \($0.words): “\(words)”" } ?? "reworded: “\(words)”"
  }

  /// What looking for the words of all claims of a page may take, as `Likeness` counts it.
  static let room = 4 * Likeness.most

  /// Nil when the words stand in the text, when nothing is like them, and when there is doubt which
  /// words are meant.
  init?(of quotes: [String], in text: String) {
    var room = Likeness.most
    self.init(of: quotes, in: Ground(text), room: &room)
  }

  init?(of quotes: [String], in ground: Ground, room: inout Int) {
    var spans: [Range<Int>] = []
    var isLike = false
    for quote in quotes {
      let places = Anchor.places(of: quote, in: ground.scalars)
      var place = places.first
      if places.isEmpty, let found = Likeness(quote, in: ground.likeness, room: &room) {
        place = Anchor.aligned(found.range, in: ground.scalars)
        isLike = true
      }
      guard places.count < 2, let place,
        spans.last.map({ $0.upperBound <= place.lowerBound }) ?? true
      else { return nil }
      spans.append(place)
    }
    guard isLike else { return nil }
    let found = spans.map { Spans.words($0, in: ground.scalars) }
    self.spans = spans
    words = Excerpt.line(of: found.joined(separator: " … "))
    change = Self.change(from: quotes, to: found)
  }

  /// What other quotes, as many as there were, state otherwise.
  static func change(from old: [String], to new: [String]) -> Change? {
    let changes = zip(old, new).compactMap { StatedFacts.difference($0, $1) }
    guard !changes.isEmpty else { return nil }
    func joined(_ facts: [String]) -> String {
      Excerpt.line(of: facts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    return Change(old: joined(changes.map(\.old)), new: joined(changes.map(\.new)))
  }

  /// Whether spans that a person chose are these, whatever part of a sentence they took with them.
  func isTaken(by spans: [Range<Int>], in scalars: [Unicode.Scalar]) -> Bool {
    guard spans.count == self.spans.count, zip(spans, self.spans).allSatisfy({ $0.overlaps($1) })
    else { return false }
    func words(_ spans: [Range<Int>]) -> [String] { spans.map { Spans.words($0, in: scalars) } }
    return Self.change(from: words(self.spans), to: words(spans)) == nil
  }

  /// A text taken apart once for all claims on it.
  struct Ground {
    let scalars: [Unicode.Scalar]
    let likeness: Likeness.Ground

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
      likeness = Likeness.Ground(text)
    }
  }
}

extension Dossier {
  /// Looks for what the posts of the page say instead of the words that claims on them have lost, and
  /// for what the newest capture of the post in hand says instead of those that stand.
  ///
  /// It takes time when texts are long, so it is not done where nobody asks.
  public mutating func seekRestatements() {
    var room = Restatement.room
    var found: [String: Restatement] = [:]
    func seek(_ claims: [Claim], in post: Post) {
      let lost = claims.filter(\.isLost)
      guard !lost.isEmpty else { return }
      let ground = Restatement.Ground(post.text)
      for claim in lost {
        found[claim.id] = Restatement(of: claim.quotes, in: ground, room: &room)
      }
    }
    seek(claims, in: post)
    for neighbour in thread + quotedBy { seek(neighbour.claims, in: neighbour.post) }
    for (_, neighbour) in beside.sorted(by: { $0.key < $1.key }) {
      seek(neighbour.claims, in: neighbour.post)
    }
    restatements = found
    newer = [:]
    let standing = captures.isEmpty ? [] : claims.filter { !$0.isLost && !$0.spans.isEmpty }
    guard let newest = captures.last, !standing.isEmpty else { return }
    let ground = Restatement.Ground(newest.text)
    for claim in standing {
      newer[claim.id] = Restatement(of: claim.quotes, in: ground, room: &room)
    }
  }
}
