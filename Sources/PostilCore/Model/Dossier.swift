/// A post with everything that hangs on it: what the reader shows and an export writes.
public struct Dossier: Hashable, Sendable {
  /// A stored post that belongs beside the one in hand.
  public struct Neighbour: Hashable, Sendable {
    /// The post.
    public var post: Post
    /// The claims on it.
    public var claims: [Claim]

    /// The note and the tags on it.
    public var margin: Note?
    /// Where its file lies, relative to the notebook's root.
    public var path = ""
    /// Whether it was read.
    public var isRead = false
    /// What its text says; nil where nobody has looked yet.
    public var facts: TextFacts?

    /// A post beside another one.
    public init(post: Post, claims: [Claim] = [], margin: Note? = nil) {
      self.post = post
      self.claims = claims
      self.margin = margin
    }
  }

  /// The post.
  public var post: Post
  /// Where its file lies, relative to the notebook's root.
  public var path: String
  /// Later captures whose text differs (`~2`, …), oldest first.
  public var captures: [Post] = []
  /// The note and the tags on the post as a whole.
  public var margin: Note?
  /// In order of their first span.
  public var claims: [Claim] = []
  /// Whether it was read.
  public var isRead = false
  /// What its text says; nil where nobody has looked yet.
  public var facts: TextFacts?
  /// The other posts of its author's thread, in order; the one in hand is left out.
  public var thread: [Neighbour] = []
  /// How many of them stand before it.
  public var place = 0
  /// Ids of the other posts that say the same, earliest first.
  public var copies: [String] = []
  /// The first of these, as something to go to.
  public var repeats: [Place] = []
  /// The post it quotes, when it is stored.
  public var quoted: Neighbour?
  /// Stored posts that quote it.
  public var quotedBy: [Neighbour] = []
  /// The stored posts that those of the thread, itself included, quote or answer, by the id that
  /// they are quoted or answered by; posts of the thread left out.
  public var beside: [String: Neighbour] = [:]
  /// Heads of the families that claims of the page belong to (`Claim.same`), by id.
  public var heads: [String: Claim] = [:]
  /// The other appearances of claims of the page that are heads of a family, by the id of the head.
  public var families: [String: [Place]] = [:]
  /// What the texts of the page say instead of the words that claims have lost, by the claim's id; of
  /// those for which `seekRestatements` found something.
  public var restatements: [String: Restatement] = [:]
  /// What the newest capture says instead of the words of claims on the post in hand, by the claim's
  /// id; sought as `restatements` are.
  public var newer: [String: Restatement] = [:]
  /// How many records refer to a post or claim of the thread, by its id; those without are left out.
  public var references: [String: Int] = [:]
  /// Ids of notes and claims that link to it.
  public var backlinks: [String] = []
  /// What could not be read among what hangs on it.
  public var problems: [Problem] = []

  /// A post on which nothing hangs.
  public init(post: Post, path: String) {
    self.post = post
    self.path = path
  }

  /// Whether it carries the tag that is a star.
  public var isStarred: Bool { margin?.tags.contains(Note.star) ?? false }
}
