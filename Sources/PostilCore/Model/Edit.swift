/// A researcher's act on the notebook, in their words; the shell and the screen share them.
///
/// What it means for the files is worked out from the disk at the moment it is carried out
/// (`Notebook.change(for:)`), so it merges with edits made elsewhere. A value in `from` is what the
/// person saw; when the disk now says something else, the edit is refused and nothing is written.
public enum Edit: Hashable, Sendable, Codable {
  case addClaim(NewClaim)
  case removeClaim(String)
  /// Sets the status, the type if given, and appends to History.
  case judge(
    claim: String, status: Status, from: Status?, type: ClaimType?, confidence: Int?,
    words: String?)
  case setDue(claim: String, Day?)
  case setTitle(claim: String, String?)
  /// Moves the borders of a claim: half-open, code points of the post's body.
  case setSpans(claim: String, [Span])
  case tagClaims([String], add: [String], remove: [String])
  /// Tags on posts live in their margins.
  case tagPosts([String], add: [String], remove: [String])
  /// The note of a post (its margin's body), of a claim (`## Notes`), or of a free note.
  case setNote(on: String, text: String, from: String?)
}

/// A half-open range of code points.
public struct Span: Hashable, Sendable, Codable {
  public var start: Int
  public var end: Int

  public init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }

  public var range: Range<Int> { start..<max(start, end) }
}

/// Everything that is said when a claim is made.
public struct NewClaim: Hashable, Sendable, Codable {
  public var post: String
  /// Where the words stand; empty when only `quote` is known.
  public var spans: [Span] = []
  /// The words, found in the post when `spans` is empty.
  public var quote: String?
  public var status: Status = .open
  public var type: ClaimType = .fact
  public var due: Day?
  public var confidence: Int?
  public var tags: [String] = []
  public var title: String?
  public var note: String?

  public init(post: String) {
    self.post = post
  }
}
