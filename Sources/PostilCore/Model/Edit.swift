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
  /// Puts a claim on other words, maybe of another capture; History says so.
  case reanchor(claim: String, post: String, [Span])
  case tagClaims([String], add: [String], remove: [String])
  /// Tags on posts live in their margins.
  case tagPosts([String], add: [String], remove: [String])
  /// A free note without words yet.
  case addNote(id: String, title: String?)
  /// The note of a post (its margin's body), of a claim (`## Notes`), or of a free note.
  case setNote(on: String, text: String, from: String?)
  /// One thing that the codebook says of a tag; the first one makes its file.
  case defineTag(String, TagTrait)
  /// Gives a tag another name, and those below it with it; the old name becomes an alias.
  case renameTag(String, to: String)
  /// Makes one tag of two; the name of the first becomes an alias of the second.
  case mergeTag(String, into: String)
  /// Takes a tag that nothing carries out of the codebook.
  case removeTag(String)
}

/// What the codebook says of a tag.
public enum TagTrait: Hashable, Sendable, Codable {
  /// Definition, when to use it and when not: Markdown. `from` is the text that was seen.
  case text(String, from: String?)
  /// The letter that picks it in the palette.
  case key(String?)
  /// A colour role of the theme.
  case color(String?)
  /// Other names that lead to it.
  case aliases([String])
}

/// A half-open range of code points.
public struct Span: Hashable, Sendable, Codable {
  /// The first code point.
  public var start: Int
  /// The code point after the last.
  public var end: Int

  /// A span of code points.
  public init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }

  /// The same as a range.
  public var range: Range<Int> { start..<max(start, end) }
}

/// Everything that is said when a claim is made.
public struct NewClaim: Hashable, Sendable, Codable {
  /// The id of the post.
  public var post: String
  /// Where the words stand; empty when only `quote` is known.
  public var spans: [Span] = []
  /// The words, found in the post when `spans` is empty; the whole post when both are left out.
  public var quote: String?
  /// The status it begins with.
  public var status: Status = .open
  /// What kind of statement it is.
  public var type: ClaimType = .fact
  /// The day by which it can be settled.
  public var due: Day?
  /// Probability in percent.
  public var confidence: Int?
  /// Topic tags.
  public var tags: [String] = []
  /// What it says, in the researcher's words.
  public var title: String?
  /// The text under `## Notes`.
  public var note: String?

  /// A claim on a post.
  public init(post: String) {
    self.post = post
  }
}
