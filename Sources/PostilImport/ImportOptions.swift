public import PostilCore

/// What a person says about an import beforehand.
public struct ImportOptions: Sendable {
  /// Where pasted text is cut.
  public var split: SplitMode = .auto
  /// Takes an unsure split proposal.
  public var acceptsProposal = false
  /// A split that a person made in the preview; goes before `split`.
  public var draft: SplitDraft?
  /// The author of posts that name none.
  public var author: String?
  /// The date of posts that have none.
  public var date: Moment?
  /// The time of the import, written down as `captured`.
  public var now: Instant

  /// Options that leave everything to the importers.
  public init(now: Instant) {
    self.now = now
  }

  /// Whether a person said line by line how text is to be cut.
  var namesLines: Bool {
    if case .lines = split { return true }
    return draft != nil
  }
}

extension Post {
  /// Takes what a person said beforehand where the source says nothing.
  mutating func fill(_ options: ImportOptions) {
    if author == nil { author = options.author }
    guard posted == nil, postedRaw == nil, let date = options.date else { return }
    posted = date
    if case .day = date { postedPrecision = "day" }
  }
}
