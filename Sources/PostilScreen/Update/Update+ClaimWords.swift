import PostilCore

extension State {
  /// `t +`, `t -`, `t =`: the selected words and the claim last made or visited.
  mutating func changeWords(_ action: Action) -> [Effect] {
    guard room == .reader, let reader else {
      say("the words of a claim are changed in the reader · Enter opens the post")
      return []
    }
    guard let claim = reader.claimKept else {
      say("no claim in hand · t tags, Tab goes to a claim; then select words for it")
      return []
    }
    guard reader.block.claims.contains(where: { $0.id == claim.id }) else {
      say("the claim in hand stands in another post of this page · Tab goes to others")
      return []
    }
    let block = reader.block
    let range = block.aligned(reader.selection.range)
    guard !range.isEmpty else {
      say("select words first")
      return []
    }
    if action == .claimReanchor, let effects = takeNewer(than: claim) { return effects }
    let now = SpanSet(claim.spans)
    let spans: [Range<Int>]
    switch action {
    case .claimAddWords: spans = now.adding(range).spans
    case .claimDropWords: spans = now.removing(range, in: block.segments.scalars).spans
    default:
      // Where Tab led to words like its own, these are meant as they were shown.
      let shown = block.restatements[claim.id]?.spans ?? []
      spans = shown.first == reader.selection.range ? shown : [range]
    }
    guard !spans.isEmpty else {
      say("nothing of the claim would be left · t x removes it")
      return []
    }
    guard spans != claim.spans else {
      say(
        action == .claimDropWords
          ? "none of these words are in the claim"
          : "these words are in the claim already · select others first")
      return []
    }
    if reader.selection.free != nil { self.reader?.leaveFree() }
    self.reader?.kept = claim.id
    return action == .claimReanchor || claim.isLost
      ? [.perform([.reanchor(claim: claim.id, post: block.post.id, spans.map(Span.init))])]
      : place(claim.id, spans, in: block)
  }

  /// Sets a claim's spans; one that stands on an earlier capture comes over to the text shown.
  func place(_ claim: String, _ spans: [Range<Int>], in block: Block) -> [Effect] {
    let spans = spans.map(Span.init)
    let stands = block.claims.first { $0.id == claim }?.post
    return stands == block.post.id
      ? [.perform([.setSpans(claim: claim, spans)])]
      : [.perform([.reanchor(claim: claim, post: block.post.id, spans)])]
  }
}

extension Reader {
  /// The claim last made or visited, as long as it is on the page.
  var claimKept: Claim? { (focus ?? kept).flatMap(claim(withID:)) }

  /// The number of a claim in the margin.
  func number(of id: String) -> Int? {
    for block in blocks {
      if let index = block.places.index(of: id) {
        return block.firstNumber + index
      }
    }
    return nil
  }
}
