/// What an importer hands over: posts, and what it could not use.
public struct Intake: Sendable {
  /// The posts in the order of the source; the same post may come more than once.
  public private(set) var posts: [Post] = []
  /// Records that could not be read, each with its place and the reason.
  public private(set) var skipped: [Problem] = []
  /// What the person should know about what was read.
  public private(set) var warnings: [Problem] = []
  /// Bytes of a pasted text that belong to no post.
  public private(set) var separatorBytes = 0

  /// Nothing yet.
  public init() {}

  mutating func add(_ post: Post) { posts.append(post) }

  mutating func skip(_ reason: String, at place: Problem.Place) {
    skipped.append(Problem(reason, at: place))
  }

  mutating func warn(_ words: String, at place: Problem.Place, hint: String? = nil) {
    warnings.append(Problem(words, at: place, hint: hint))
  }

  mutating func leaveOut(bytes: Int) { separatorBytes += bytes }
}
