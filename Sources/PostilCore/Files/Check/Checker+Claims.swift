/// What is wrong with a claim, seen with its post.
extension Checker {
  mutating func checkClaim(_ claim: Claim, _ document: Document, _ path: String) {
    checkLines(claim, document, path)
    if let same = claim.same { checkLink(same, path, document.entry("same")?.line ?? 1) }
    for id in claim.from where !isPost(id) {
      add("there is no post \(id)", path, document.entry("from")?.line)
    }
    guard let id = claim.post else {
      if claim.from.isEmpty {
        add(
          "the claim stands in no post", path, 1,
          hint: "Write `post: \"[[id]]\"` into its front matter")
      }
      return
    }
    guard let post = post(id) else {
      if !isPost(id) { add("there is no post \(id)", path, document.entry("post")?.line) }
      return
    }
    checkAnchor(claim, post, document, path)
  }

  /// Lines of the body that mean something and cannot be read.
  private mutating func checkLines(_ claim: Claim, _ document: Document, _ path: String) {
    let body = ClaimBody(document.body)
    let start = document.line(at: document.bodyStart)
    for item in body.items(.evidence) where Evidence(line: item.text) == nil {
      add(
        "this is no evidence", path, start + item.line,
        hint: "Write `supports [[id]] strong: words`; also contradicts, undercuts, context")
    }
    let turns = body.items(.history)
    for item in turns where Turn(line: item.text) == nil {
      add(
        "this is no line of a history", path, start + item.line,
        hint: "Write `2026-03-15 open 70% words`")
    }
    if let last = claim.history.last, last.status != claim.status {
      add(
        "the history ends in \(last.status.rawValue), and the status is \(claim.status.rawValue)",
        path, turns.last.map { start + $0.line }, hint: "Add a line to the history")
    }
  }

  private mutating func checkAnchor(
    _ claim: Claim, _ post: Post, _ document: Document, _ path: String
  ) {
    let line = document.entry("at")?.line
    let scalars = Array(post.text.unicodeScalars)
    guard !claim.spans.isEmpty else { return checkWords(claim, post, document, path) }
    if let old = claim.rev, old != Post.rev(of: post.text),
      checkEdit(claim, post, document.entry("at")?.line, path)
    {
      return
    }
    for (index, span) in claim.spans.enumerated() {
      if span.upperBound > scalars.count {
        add(
          "the span \(span.lowerBound)-\(span.upperBound) ends behind the post", path, line,
          hint: "The post has \(scalars.count) code points")
      } else if !Anchor.isGraphemeAligned(span, in: scalars) {
        let whole = Anchor.aligned(span, in: scalars)
        add(
          "the span \(span.lowerBound)-\(span.upperBound) cuts a character", path, line,
          hint: "Write \(whole.lowerBound)-\(whole.upperBound)")
      } else if index < claim.quotes.count, !Reanchoring.quotes(claim.quotes[index], scalars[span])
      {
        add(
          "the quoted words are not those at \(span.lowerBound)-\(span.upperBound)", path, line,
          hint: "There stands \(Excerpt.of(Spans.words(span, in: scalars)))")
      }
    }
    if claim.spans.count != claim.quotes.count {
      add(
        "the claim has \(claim.spans.count) spans and \(claim.quotes.count) quotes", path, line,
        hint: "One block quote for each span, with a blank line between them")
    }
    for (one, next) in zip(claim.spans, claim.spans.dropFirst())
    where next.lowerBound < one.upperBound {
      add("the spans overlap or are not in order", path, line)
    }
    let rev = Post.rev(of: post.text)
    if let old = claim.rev, old != rev {
      add(
        "the post has another text than when the claim was made", path, document.entry("rev")?.line,
        hint: "Set the claim's borders again; the text's rev is \(rev) now")
    }
  }

  /// A claim by hand, whose words are looked for.
  private mutating func checkWords(
    _ claim: Claim, _ post: Post, _ document: Document, _ path: String
  ) {
    let first = ClaimBody(document.body).quotes.first?.lines.lowerBound
    let line = first.map { document.line(at: document.bodyStart) + $0 }
    switch Reanchoring.place(claim, in: post) {
    case .found, .none: break
    case .several(let words, let places):
      add(
        "the words \(Excerpt.of(words)) stand \(places.count) times in \(post.id)", path, line,
        hint: "Write `at: \(places[0].lowerBound)-\(places[0].upperBound)`, or quote more words")
    case .lost where checkEdit(claim, post, line, path): break
    case .lost(let words):
      add(
        "the words \(Excerpt.of(words)) do not stand in \(post.id)", path, line,
        hint: "Quote them as they stand there")
    }
  }

  /// Names what the post says instead of the claim's words; false when they stand in it, or nothing
  /// like them does.
  private mutating func checkEdit(_ claim: Claim, _ post: Post, _ line: Int?, _ path: String)
    -> Bool
  {
    guard let edit = Restatement(of: claim.quotes, in: post.text) else { return false }
    let hint = "In the reader, Tab goes to the claim and `t =` puts it on these words"
    if let change = edit.change {
      add(
        "CHANGED in \(post.id), \(change.words): “\(edit.words)”", path, line,
        hint: hint + "; History tells what was edited")
    } else {
      add("reworded in \(post.id): “\(edit.words)”", path, line, hint: hint)
    }
    return true
  }

  /// A post as it can be read; what is wrong with its file is said elsewhere.
  private func post(_ id: String) -> Post? {
    guard let path = names[id]?.first(where: { Layout.kind(of: $0) == .post }),
      case .post(let post)? = try? notebook.record(at: path)
    else { return nil }
    return post
  }
}
