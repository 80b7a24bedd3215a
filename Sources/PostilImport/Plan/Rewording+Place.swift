import PostilCore

extension Rewording {
  /// What became of the words of a claim on `known` in another text of the same post.
  static func place(of claim: Claim, from known: Post, in post: Post) -> Place {
    // The offsets are of another text, so that a hash which says otherwise is none of ours.
    var post = post
    post.sha256 = ""
    switch Reanchoring.place(claim, in: post) {
    case .none: return .same
    case .found(let spans):
      var claim = claim
      // One that a person wrote down may say no offsets.
      if claim.spans.isEmpty, case .found(let old) = Reanchoring.place(claim, in: known) {
        claim.spans = old
      }
      if let count = repeated(claim, spans, from: known, in: post) { return .several(count) }
      return spans == claim.spans ? .same : .moved
    case .several, .lost: return place(of: claim.quotes, in: post.text)
    }
  }

  /// How often words stand in the new text, when they stand or stood more than once and what is before
  /// them does not tell that they are the same; nil when there is no doubt.
  private static func repeated(
    _ claim: Claim, _ spans: [Range<Int>], from known: Post, in post: Post
  ) -> Int? {
    let (old, new) = (Array(known.text.unicodeScalars), Array(post.text.unicodeScalars))
    guard let end = spans.map(\.upperBound).max(),
      spans != claim.spans || !new.prefix(end).elementsEqual(old.prefix(end))
    else { return nil }
    for quote in claim.quotes {
      let places = Anchor.places(of: quote, in: new)
      if places.count > 1 || Anchor.places(of: quote, in: old).count > 1 { return places.count }
    }
    return nil
  }

  /// What became of quotes of which one at least does not stand once in a text: the worst of it.
  private static func place(of quotes: [String], in text: String) -> Place {
    let scalars = Array(text.unicodeScalars)
    var most = 0
    var like: [Likeness] = []
    for quote in quotes {
      let places = Anchor.places(of: quote, in: scalars)
      most = max(most, places.count)
      guard places.isEmpty else { continue }
      guard let found = Likeness(quote, in: text) else { return .lost }
      like.append(found)
    }
    guard !quotes.isEmpty else { return .lost }
    let words = beginning(of: like.map(\.words).joined(separator: " … "))
    let changes = like.compactMap(\.change)
    func joined(_ facts: [String]) -> String {
      beginning(of: facts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    if !changes.isEmpty {
      return .changed(
        Change(words: words, old: joined(changes.map(\.old)), new: joined(changes.map(\.new))))
    }
    return most > 1 ? .several(most) : .reworded(words)
  }
}

extension Rewording.Place {
  /// The fate as `--json` names it.
  public var name: String {
    switch self {
    case .same: "same"
    case .moved: "moved"
    case .several: "several"
    case .reworded: "reworded"
    case .changed: "changed"
    case .lost: "lost"
    }
  }

  /// What the new text says instead; nil when the words stand in it, or nothing like them does.
  public var successor: String? {
    switch self {
    case .reworded(let words): words
    case .changed(let change): change.words
    case .same, .moved, .several, .lost: nil
    }
  }

  var words: String {
    switch self {
    case .same: "its words stand in the same place"
    case .moved: "its words stand in another place"
    case .several(1): "its words stood more than once and stand once now; say whether it is these"
    case .several(let count): "its words stand \(count) times now; say which are meant"
    case .reworded(let words): "reworded, its numbers and names are the same: “\(words)”"
    case .changed(let change):
      "CHANGED, \(Rewording.words(change.old, change.new) ?? "its order"): “\(change.words)”"
    case .lost: "its words are not in the new text; it stays on the old one"
    }
  }
}
