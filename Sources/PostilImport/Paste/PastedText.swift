import PostilCore

/// Text with one post or several in it, as people paste it.
enum PastedText: Importer {
  static let name = "text"
  static let summary = "Text with one or several posts, cut where --split says."
  static let example = "postil import posts.txt"

  /// Whatever is text and nothing else; asked last.
  static func recognises(_ source: Source) -> Bool {
    !source.isFolder && !source.head.prefix(4_096).contains(0)
  }

  /// Cuts the text and hands over its posts.
  ///
  /// - Throws: when it should cut by itself and is not sure, or a line of `lines:` is not there.
  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    let decoded = DecodedText(try source.whole())
    if let warning = decoded.warning { intake.warn(warning, at: source.place()) }
    var draft: SplitDraft
    if let made = options.draft {
      draft = made
    } else {
      draft = try self.draft(of: decoded.bytes, source, options)
    }
    if draft.rest.author == nil { draft.rest.author = options.author }
    if draft.rest.posted == nil { draft.rest.posted = options.date }
    for piece in draft.pieces {
      try intake.add(post(of: piece, in: draft, from: source))
    }
    intake.leaveOut(bytes: draft.separators.reduce(0) { $0 + $1.count })
    if case .lines(let lines) = options.split, let first = lines.first, options.draft == nil {
      let left = (0..<first - 1).filter { !TextLines.isBlank(draft.bytes[draft.lines[$0]]) }
      if let line = left.first {
        intake.warn(
          counted(left.count, "line") + " before the first post left out",
          at: source.place(line + 1))
      }
    }
  }

  private static func draft(of bytes: [UInt8], _ source: Source, _ options: ImportOptions)
    throws(Problem) -> SplitDraft
  {
    guard options.split == .auto, !options.acceptsProposal else {
      return try PasteSplitter.draft(bytes, options.split, now: options.now)
    }
    let proposal = PasteSplitter.propose(bytes, now: options.now)
    guard proposal.isSure else {
      let lines = proposal.draft.firstLines.sorted().map { String($0 + 1) }.joined(separator: ",")
      throw Problem(
        """
        not sure where the posts begin: \(counted(proposal.draft.count, "post")) proposed, \
        \(Int(proposal.confidence * 100)) % sure (\(proposal.reason))
        """,
        at: source.place(),
        hint: "--yes takes the proposal, --split lines:\(lines); --split none makes it one post")
    }
    return proposal.draft
  }

  private static func post(of piece: SplitDraft.Piece, in draft: SplitDraft, from source: Source)
    -> Post
  {
    var post = Post(id: "", text: draft.text(piece))
    post.platform = "paste"
    post.author = piece.about.author
    post.name = piece.about.name
    post.posted = piece.about.posted
    post.postedRaw = piece.about.postedRaw
    if case .day = piece.about.posted {
      // A clock without a zone stays in the raw date.
      let hasClock = piece.about.postedRaw?.contains(":") == true
      post.postedPrecision = hasClock ? "zone-unknown" : "day"
    }
    post.via = ["\(source.baseName):\(piece.lines.lowerBound + 1)"]
    post.url = piece.about.url
    if let url = piece.about.url.flatMap({ StatusURL($0) }) { post.identify(on: url) }
    return post
  }
}
