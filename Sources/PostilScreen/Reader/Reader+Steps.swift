import PostilCore

/// Steps through the whole of a thread, also through what is not set yet.
extension Reader {
  /// Puts the cursor into the first or the last post of the thread.
  mutating func enterThread(atEnd: Bool) {
    let part = atEnd ? parts.count - 1 : 0
    show(part: part)
    guard let index = blocks.firstIndex(where: { $0.part == part }) else { return }
    select(blocks[index].segments.sentences.first ?? 0..<0, block: index)
  }

  /// Selects the first sentence of the next or previous paragraph, on into other posts.
  mutating func stepParagraph(_ n: Int) {
    for _ in 0..<abs(n) {
      guard stepParagraph(forward: n > 0) else { return }
    }
  }

  private mutating func stepParagraph(forward: Bool) -> Bool {
    let here = selection.range.lowerBound
    let paragraphs = block.segments.paragraphs
    let current = paragraphs.lastIndex { $0.lowerBound <= here } ?? 0
    let target = current + (forward ? 1 : -1)
    if paragraphs.indices.contains(target) {
      guard let sentence = block.unit(.sentence, at: paragraphs[target].lowerBound) else {
        return false
      }
      select(sentence)
      return true
    }
    if forward, selection.block == blocks.count - 1, shown.upperBound < parts.count { growDown() }
    if !forward, selection.block == 0, shown.lowerBound > 0 { growUp() }
    let others =
      forward
      ? Array(blocks.indices.dropFirst(selection.block + 1))
      : blocks.indices.prefix(selection.block).reversed()
    for index in others {
      let paragraphs = blocks[index].segments.paragraphs
      guard let paragraph = forward ? paragraphs.first : paragraphs.last,
        let sentence = blocks[index].unit(.sentence, at: paragraph.lowerBound)
      else { continue }
      select(sentence, block: index)
      return true
    }
    return false
  }

  /// Goes to the next or previous claim of the page, round the ends.
  mutating func stepClaim(_ n: Int, withNote: Bool) {
    let all = claimsInOrder.filter { !withNote || !$0.claim.notes.isEmpty }
    guard !all.isEmpty else { return }
    let now = all.firstIndex { $0.claim.id == focus }
    let target: Int
    if let now {
      target = ((now + n) % all.count + all.count) % all.count
    } else {
      let here = (selection.block, selection.range.lowerBound)
      let place = { (entry: (block: Int, post: String, claim: Claim)) in
        (entry.block, entry.claim.start)
      }
      target =
        n > 0
        ? all.firstIndex { place($0) >= here } ?? 0
        : all.lastIndex { place($0) < here } ?? all.count - 1
    }
    let found = all[target]
    let isSet = blocks.indices.contains(found.block)
    guard let index = isSet ? found.block : block(of: found.post) else { return }
    focus(found.claim, in: index)
  }

  /// Every claim of the thread and beside it, from top to bottom; those in posts that are not set
  /// stand in blocks before the first or behind the last.
  private var claimsInOrder: [(block: Int, post: String, claim: Claim)] {
    func claims(_ parts: ArraySlice<Dossier.Neighbour>, block: Int)
      -> [(block: Int, post: String, claim: Claim)]
    {
      parts.flatMap { part in part.claims.map { (block, part.post.id, $0) } }
    }
    let set = blocks.indices.flatMap { index in
      blocks[index].claims.map { (block: index, post: blocks[index].post.id, claim: $0) }
    }
    return claims(parts[..<shown.lowerBound], block: -1) + set
      + claims(parts[shown.upperBound...], block: blocks.count)
  }
}
