import PostilCore

/// A thread as one text: which of its posts are set, and what stands beside them.
///
/// Setting a post takes a while, so of a long thread only the posts around the cursor are set, and
/// more as it comes near.
extension Reader {
  /// Posts that are set before and after the one in hand, and how many are added at a time.
  private static let around = (before: 4, after: 8)
  private static let step = 4

  /// The posts of the thread of a dossier, the one in hand among them.
  static func parts(of dossier: Dossier) -> [Dossier.Neighbour] {
    var main = Dossier.Neighbour(
      post: dossier.post, claims: dossier.claims, margin: dossier.margin)
    main.path = dossier.path
    main.isRead = dossier.isRead
    main.facts = dossier.facts
    var parts = dossier.thread
    parts.insert(main, at: place(of: dossier))
    return parts
  }

  /// The posts to set at first.
  static func firstShown(_ dossier: Dossier) -> Range<Int> {
    let place = place(of: dossier)
    let end = min(dossier.thread.count, place + around.after) + 1
    return max(0, place - around.before)..<end
  }

  /// Where the post in hand stands among the posts of its thread, whatever was made of those since.
  static func place(of dossier: Dossier) -> Int { min(max(0, dossier.place), dossier.thread.count) }

  /// Sets more of the thread when what is set ends within a screen of what is in view.
  mutating func grow(rows: Int) {
    while shown.upperBound < parts.count, page.rows.count < top + 2 * rows { growDown() }
    while shown.lowerBound > 0, top < rows { growUp() }
  }

  mutating func growDown() {
    show(shown.lowerBound..<min(parts.count, shown.upperBound + Self.step))
  }

  mutating func growUp() {
    show(max(0, shown.lowerBound - Self.step)..<shown.upperBound)
  }

  /// Sets the thread as far as a part, so that it can be gone to.
  mutating func show(part: Int) {
    show(min(part, shown.lowerBound)..<max(part + 1, shown.upperBound))
  }

  private mutating func show(_ range: Range<Int>) {
    guard range != shown else { return }
    keepingPlace { $0.shown = range }
  }

  /// The block of a post of the page; what is not set yet is set.
  mutating func block(of post: String) -> Int? {
    if let index = blocks.firstIndex(where: { $0.post.id == post }) { return index }
    guard let part = parts.firstIndex(where: { $0.post.id == post }) else { return nil }
    show(part: part)
    return blocks.firstIndex { $0.post.id == post }
  }

  /// Opens some of what is quoted or answered in place, and closes the rest.
  mutating func setOpened(_ ids: Set<String>) {
    let closing = block
    let isAnswered = closing.kind == .answered
    let nearest =
      isAnswered
      ? Array(blocks[selection.block...].dropFirst()) : blocks[..<selection.block].reversed()
    keepingPlace { $0.opened = ids }
    // The cursor in a post that was closed goes to the one that it stood beside.
    guard closing.part == nil, block.post.id != closing.post.id,
      let home = nearest.first(where: { old in
        blocks.contains { $0.post.id == old.post.id && $0.kind == old.kind }
      }),
      let index = blocks.firstIndex(where: { $0.post.id == home.post.id && $0.kind == home.kind })
    else { return }
    let sentences = blocks[index].segments.sentences
    select((isAnswered ? sentences.first : sentences.last) ?? 0..<0, block: index)
  }

  /// Changes what is set without moving what is on the screen.
  private mutating func keepingPlace(_ change: (inout Reader) -> Void) {
    let here = block
    let row = page.row(of: selection.range.lowerBound, block: selection.block, in: self) - top
    change(&self)
    build()
    let same = blocks.firstIndex { $0.post.id == here.post.id && $0.kind == here.kind }
    if let index = same ?? blocks.firstIndex(where: { $0.post.id == here.post.id }) {
      selection.block = index
    } else {
      select(blocks[main].segments.sentences.first ?? 0..<0, block: main)
    }
    top = max(0, page.row(of: selection.range.lowerBound, block: selection.block, in: self) - row)
  }

  /// How many records refer to the claim in hand, or to the post of the cursor; nil when none does.
  var references: Int? { dossier.references[focus ?? block.post.id] }

  /// The claim of which this one is an appearance, when it is there.
  func head(of claim: Claim) -> Claim? {
    claim.same.flatMap { dossier.heads[Link.target($0)] }
  }

  /// A claim as it is shown: an appearance has the status of its head.
  func seen(_ claim: Claim) -> Claim { claim.judged(like: head(of: claim)) }

  /// The note of a claim, with what is known of its family.
  func item(for claim: Claim, number: Int) -> MarginItem {
    MarginItem(
      claim: claim, number: number, head: head(of: claim),
      family: dossier.families[claim.id] ?? [],
      restated: restatement(of: claim) ?? newer(than: claim))
  }

  /// What stands in the margin beside the head of a post: its note, and who else says the same.
  func items(onHeadOf block: Block) -> [MarginItem] {
    let note = block.margin.flatMap { $0.text.isEmpty ? nil : MarginItem(note: $0) }
    let repeats =
      block.kind == .main
      ? MarginItem(repeats: dossier.repeats, of: dossier.copies.count) : nil
    return [note, repeats].compactMap(\.self)
  }

  /// Everything on the page that can be opened in place.
  var asides: Set<String> { Set(dossier.beside.keys) }

  /// Says that posts of the thread were read, before the disk does.
  mutating func markRead(_ ids: Set<String>) {
    for index in parts.indices where ids.contains(parts[index].post.id) {
      parts[index].isRead = true
    }
    for index in blocks.indices where ids.contains(blocks[index].post.id) {
      blocks[index].isRead = true
    }
  }
}
