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
    /// So many times, or once after they stood more often; a person has to say which is meant.
    case several(Int)
    /// Nowhere, but these words are like them, with the same numbers, names and negations.
    case reworded(String)
    /// Nowhere, but words are like them in which a number, unit, name or negation differs.
    case changed(Change)
    /// Nowhere: the old text stays for them.
    case lost
  }

  /// What other words state otherwise.
  public struct Change: Hashable, Sendable, Codable {
    /// The words that are like those of the claim, the beginning of long ones.
    public let words: String
    /// The numbers, names and negations of the claim that are not theirs; empty when they have more.
    public let old: String
    /// Theirs that are not the claim's.
    public let new: String
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
        place: Self.place(of: claim, from: known, in: post))
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

  static func beginning(of text: String) -> String {
    let start = text.prefix(81)
    return start.count > 80 ? start.prefix(79) + "…" : String(start)
  }
}

extension Rewording {
  /// For people: what changed, then a line for each claim.
  var lines: [String] {
    let change = Self.words(old, new) ?? "the same words, set otherwise"
    return ["\(post): \(change)"]
      + claims.map { "  \($0.claim) “\($0.words)”: \($0.place.words)" }
  }

  static func words(_ old: String, _ new: String) -> String? {
    switch (old.isEmpty, new.isEmpty) {
    case (true, true): nil
    case (true, false): "gained “\(new)”"
    case (false, true): "lost “\(old)”"
    case (false, false): "“\(old)” became “\(new)”"
    }
  }
}
