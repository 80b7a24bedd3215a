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
    var all = claimsInOrder
    if withNote { all.removeAll { claims(at: $0)[$0.index].notes.isEmpty } }
    guard !all.isEmpty else { return }
    let target = place(n, after: all)
    let found = claims(at: target)[target.index]
    guard let part = target.part else { return focus(found, in: target.block) }
    guard let block = block(of: parts[part].post.id) else { return }
    focus(found, in: block)
  }

  /// Where a claim is found; to copy all of them for each step would take longer than to draw.
  private struct ClaimPlace {
    var block: Int
    /// Its post in the thread, when that is not set: its block is before the first or behind the last.
    var part: Int?
    var index: Int
  }

  /// The place `n` steps from the claim in hand, or from the selection when none is.
  private func place(_ n: Int, after all: [ClaimPlace]) -> ClaimPlace {
    if let now = focus.flatMap({ focus in
      all.firstIndex { claims(at: $0)[$0.index].id == focus }
    }) {
      return all[((now + n) % all.count + all.count) % all.count]
    }
    let here = (selection.block, selection.range.lowerBound)
    let isBefore = { (place: ClaimPlace) in
      (place.block, claims(at: place)[place.index].start) < here
    }
    return n > 0
      ? all.first { !isBefore($0) } ?? all[0] : all.last(where: isBefore) ?? all[all.count - 1]
  }

  private func claims(at place: ClaimPlace) -> [Claim] {
    place.part.map { parts[$0].claims } ?? blocks[place.block].claims
  }

  /// Every claim of the thread and beside it, from top to bottom.
  private var claimsInOrder: [ClaimPlace] {
    var places: [ClaimPlace] = []
    func add(_ count: Int, block: Int, part: Int? = nil) {
      for index in 0..<count { places.append(ClaimPlace(block: block, part: part, index: index)) }
    }
    for part in 0..<shown.lowerBound { add(parts[part].claims.count, block: -1, part: part) }
    for block in blocks.indices { add(blocks[block].claims.count, block: block) }
    for part in shown.upperBound..<parts.count {
      add(parts[part].claims.count, block: blocks.count, part: part)
    }
    return places
  }
}
