import PostilCore

/// Another text of a post that was there already, and what it means for the claims on that post.
///
/// No claim is changed by an import: it stands on the text it was made on until a person moves it.
public struct Rewording: Hashable, Sendable, Codable {
  /// What became of a claim's words in the new text.
  public enum Place: Hashable, Sendable, Codable {
    /// Where they were.
    case same
    /// Elsewhere, and only there.
    case moved
    /// So many times; a person has to say which is meant.
    case several(Int)
    /// Nowhere: the old text stays for them.
    case lost
  }

  /// A claim on the post.
  public struct Standing: Hashable, Sendable, Codable {
    /// Its id.
    public let claim: String
    /// The words it quotes, the beginning of long ones.
    public let words: String
    /// What became of them.
    public let place: Place
  }

  /// The id of the post's first capture.
  public let post: String
  /// What the older text says where they differ; empty when something was put in. At most 80 characters.
  public let old: String
  /// What the newer one says there.
  public let new: String
  /// The claims on the post, by id.
  public let claims: [Standing]

  /// What `post` says otherwise than a capture that was there.
  init(_ id: String, from known: Post, to post: Post, claims: [Claim]) {
    let isOlder = post.labels.contains(Post.earlierVersion)
    let (old, new) = Self.difference(
      isOlder ? post.text : known.text, isOlder ? known.text : post.text)
    self.post = id
    (self.old, self.new) = (Self.beginning(of: old), Self.beginning(of: new))
    self.claims = claims.sorted { $0.id < $1.id }.map { claim in
      Standing(
        claim: claim.id, words: Self.beginning(of: claim.quotes.joined(separator: " … ")),
        place: Self.place(of: claim, in: post))
    }
  }

  private static func place(of claim: Claim, in post: Post) -> Place {
    // The offsets are of another text, so that a hash which says otherwise is none of ours.
    var post = post
    post.sha256 = ""
    switch Reanchoring.place(claim, in: post) {
    case .none: return .same
    case .found(let spans): return spans == claim.spans ? .same : .moved
    case .several(_, let places): return .several(places.count)
    case .lost: return .lost
    }
  }

  /// The words in which two texts differ, between those with which both begin and end.
  static func difference(_ old: String, _ new: String) -> (old: String, new: String) {
    let one = old.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    let other = new.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    let least = min(one.count, other.count)
    var start = 0
    while start < least, one[start].elementsEqual(other[start]) { start += 1 }
    var end = 0
    while end < least - start,
      one[one.count - 1 - end].elementsEqual(other[other.count - 1 - end])
    { end += 1 }
    func middle(_ words: [Substring.UnicodeScalarView]) -> String {
      words[start..<words.count - end].map { String($0) }.joined(separator: " ")
    }
    return (middle(one), middle(other))
  }

  private static func beginning(of text: String) -> String {
    let start = text.prefix(81)
    return start.count > 80 ? start.prefix(79) + "…" : String(start)
  }
}

extension Rewording {
  /// For people: what changed, then a line for each claim.
  var lines: [String] {
    let change =
      switch (old.isEmpty, new.isEmpty) {
      case (true, true): "the same words, set otherwise"
      case (true, false): "gained “\(new)”"
      case (false, true): "lost “\(old)”"
      case (false, false): "“\(old)” became “\(new)”"
      }
    return ["\(post): \(change)"]
      + claims.map { "  \($0.claim) “\($0.words)”: \($0.place.words)" }
  }
}

extension Rewording.Place {
  /// The fate as `--json` names it.
  public var name: String {
    switch self {
    case .same: "same"
    case .moved: "moved"
    case .several: "several"
    case .lost: "lost"
    }
  }

  fileprivate var words: String {
    switch self {
    case .same: "its words stand in the same place"
    case .moved: "its words stand in another place"
    case .several(let count): "its words stand \(count) times now; say which are meant"
    case .lost: "its words are not in the new text; it stays on the old one"
    }
  }
}
