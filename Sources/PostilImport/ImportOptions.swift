public import PostilCore

/// What a person says about an import beforehand.
public struct ImportOptions: Sendable {
  /// Where pasted text is cut.
  public var split: SplitMode = .auto
  /// Takes an unsure split proposal.
  public var acceptsProposal = false
  /// A split that a person made in the preview; goes before `split`.
  public var draft: SplitDraft?
  /// What the columns of a table mean; goes before their names.
  public var columns: ColumnMapping?
  /// The author of posts that name none.
  public var author: String?
  /// The date of posts that have none.
  public var date: Moment?
  /// Whether a post is taken to be captured when its file was written, where the source does not say.
  public var trustsFileDates = true
  /// The time of the import, written down as `captured` where nothing better is known.
  public var now: Instant

  /// Options that leave everything to the importers.
  public init(now: Instant) {
    self.now = now
  }

  /// When the posts of a source were captured, as far as the source does not tell.
  ///
  /// The date of the file says more about it than the time of the import, and is the same whenever and
  /// in whatever order files are imported.
  func captured(_ source: Source) -> Instant {
    // Clocks that were never set begin in 1970 or 1980; there are no posts from before 2006.
    let earliest = Instant(seconds: 1_136_073_600)
    guard trustsFileDates, let date = source.modified, date >= earliest, date <= now else {
      return now
    }
    return date
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
