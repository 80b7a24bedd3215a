extension Notebook {
  /// A claim with other borders, or with words more or fewer.
  func setSpans(_ id: String, _ spans: [Range<Int>], at now: Instant, in catalog: any Catalog)
    throws(Problem) -> Change
  {
    var editor = try ClaimEditor(id, in: self, catalog)
    guard let post = editor.claim.post else {
      throw Problem(
        "this claim stands in no single post", at: .init(editor.path),
        hint: "Add a line `post: \"[[id]]\"`")
    }
    let spans = try editor.setSpans(spans, on: try self.post(post, in: catalog).post, now.day)
    let old = editor.claim.spans
    let verb =
      spans.count > old.count && old.allSatisfy(spans.contains)
      ? "added words to"
      : spans.count < old.count && spans.allSatisfy(old.contains)
        ? "took words from" : "moved the borders of"
    return editor.change(
      "\(verb) \(Excerpt.of(editor.claim))", orIdle: "the borders are the same")
  }

  /// A claim on other words, by hand: the only way back for one whose words are gone.
  func reanchor(
    _ id: String, on post: String, _ spans: [Range<Int>], at now: Instant,
    in catalog: any Catalog
  ) throws(Problem) -> Change {
    var editor = try ClaimEditor(id, in: self, catalog)
    let post = try self.post(post, in: catalog).post
    try editor.reanchor(on: post, spans, now.day)
    let place = post.id == editor.claim.post ? "other words" : "words of \(post.id)"
    return editor.change(
      "put \(Excerpt.of(editor.claim)) on \(place)",
      orIdle: "the claim is on these words already")
  }
}

extension ClaimEditor {
  /// Sets the borders in the post that the claim stands in.
  ///
  /// The researcher's rules after evidence exists are on record: other words are another claim, so
  /// History says which they were.
  @discardableResult
  mutating func setSpans(_ spans: [Range<Int>], on post: Post, _ day: Day) throws(Problem)
    -> [Range<Int>]
  {
    let spans = try Spans.aligned(spans, in: post.text)
    let rev = Post.rev(of: post.text)
    guard spans != claim.spans || rev != claim.rev else { return spans }
    try write(spans, of: post, rev, on: claim.evidence.isEmpty ? nil : day)
    return spans
  }

  /// Puts the claim on words of a post, which may be a later capture of its own.
  mutating func reanchor(on post: Post, _ spans: [Range<Int>], _ day: Day) throws(Problem) {
    let spans = try Spans.aligned(spans, in: post.text)
    let rev = Post.rev(of: post.text)
    guard spans != claim.spans || rev != claim.rev || post.id != claim.post else { return }
    let edit = Self.edit(of: claim, in: post.text, takenBy: spans)
    try write(spans, of: post, rev, on: day)
    if let edit {
      let turn = Turn(day, claim.status, confidence: claim.confidence, words: edit.turn)
      ClaimFile.append(turn, to: &document)
    }
    guard post.id != claim.post else { return }
    try set("post", .text("[[\(post.id)]]"))
    ClaimFile.setSource(post, in: &document)
  }

  /// What the author changed in the claim's words, when that is what a person says with the spans.
  private static func edit(of claim: Claim, in text: String, takenBy spans: [Range<Int>])
    -> Restatement.Change?
  {
    guard let found = Restatement(of: claim.quotes, in: text),
      found.isTaken(by: spans, in: Array(text.unicodeScalars))
    else { return nil }
    return found.change
  }

  /// Writes spans and quotes; with a day, History tells the words before and after.
  private mutating func write(
    _ spans: [Range<Int>], of post: Post, _ rev: String, on day: Day?
  ) throws(Problem) {
    guard !spans.isEmpty else {
      throw Problem("a claim needs words", hint: "Remove the claim instead")
    }
    let scalars = Array(post.text.unicodeScalars)
    let quotes = spans.map { Spans.words($0, in: scalars) }
    if let day, quotes != claim.quotes {
      let words = "words \(Excerpt.of(claim.quotes)) -> \(Excerpt.of(quotes))"
      record(Turn(day, claim.status, confidence: claim.confidence, words: words))
    }
    ClaimFile.setQuotes(quotes, in: &document)
    try place(spans, rev)
  }
}
