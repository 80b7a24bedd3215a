public import PostilCore

/// What an importer hands over, post by post, and what it could not use.
public struct Intake {
  /// The posts in the order of the source, when nobody takes them one by one; the same post may come
  /// more than once.
  public private(set) var posts: [Post] = []
  /// How many posts were handed over.
  public private(set) var count = 0
  /// How many records were found, those joined to others and those skipped included.
  public private(set) var found = 0
  /// What was done with them, as sentences: "40 of 41 long texts restored".
  public private(set) var remarks: [String] = []
  /// Records that could not be read, each with its place and the reason.
  public private(set) var skipped: [Problem] = []
  /// What the person should know about what was read.
  public private(set) var warnings: [Problem] = []
  /// What the person wrote about posts in another program.
  package private(set) var annotations: [Annotation] = []
  /// Bytes of a pasted text that belong to no post.
  public private(set) var separatorBytes = 0

  private let take: ((Post) throws(Problem) -> Void)?

  /// Keeps everything, or hands each post to `take`, which may stop the import by throwing.
  public init(handing take: ((Post) throws(Problem) -> Void)? = nil) {
    self.take = take
  }

  /// Adds a post; one without an id is known by its content.
  ///
  /// - Throws: when the import is stopped; whoever gets it lets it through.
  mutating func add(_ post: Post) throws(Problem) {
    var post = post
    if post.id.isEmpty { post.identifyByContent() }
    found += 1
    count += 1
    if let take { try take(post) } else { posts.append(post) }
  }

  /// Adds a post that nobody collected: it came along inside one that repeats, quotes or answers it.
  ///
  /// - Throws: when the import is stopped.
  mutating func embed(_ post: Post) throws(Problem) {
    if let take { try take(post) } else { posts.append(post) }
  }

  /// Records that went into others.
  mutating func join(_ count: Int, _ what: String, _ words: String) {
    found += count
    remarks.append(counted(count, what) + " " + words)
  }

  mutating func annotate(_ annotation: Annotation) { annotations.append(annotation) }

  mutating func remark(_ words: String) { remarks.append(words) }

  mutating func skip(_ reason: String, at place: Problem.Place) {
    found += 1
    skipped.append(Problem(reason, at: place))
  }

  mutating func warn(_ words: String, at place: Problem.Place, hint: String? = nil) {
    warnings.append(Problem(words, at: place, hint: hint))
  }

  mutating func leaveOut(bytes: Int) { separatorBytes += bytes }
}
