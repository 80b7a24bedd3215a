/// A post with everything that hangs on it: what the reader shows and an export writes.
public struct Dossier: Hashable, Sendable {
  /// A stored post that belongs beside the one in hand.
  public struct Neighbour: Hashable, Sendable {
    public var post: Post
    public var claims: [Claim]

    public init(post: Post, claims: [Claim] = []) {
      self.post = post
      self.claims = claims
    }
  }

  public var post: Post
  /// Where its file lies, relative to the notebook's root.
  public var path: String
  /// Later captures whose text differs (`~2`, …), oldest first.
  public var captures: [Post] = []
  public var margin: Note?
  /// In order of their first span.
  public var claims: [Claim] = []
  public var isRead = false
  /// The other posts of its thread, in order; the one in hand is left out.
  public var thread: [Neighbour] = []
  /// The post it quotes, when it is stored.
  public var quoted: Neighbour?
  /// Stored posts that quote it.
  public var quotedBy: [Neighbour] = []
  /// Ids of notes and claims that link to it.
  public var backlinks: [String] = []
  /// What could not be read among what hangs on it.
  public var problems: [Problem] = []

  public init(post: Post, path: String) {
    self.post = post
    self.path = path
  }

  public var isStarred: Bool { margin?.tags.contains(Note.star) ?? false }
}
