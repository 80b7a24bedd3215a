import PostilCore

extension State {
  /// Says of the posts of the thread between two places of the cursor that they were read.
  mutating func passed(from before: String?) -> [Effect] {
    guard room == .reader, let reader, reader.block.post.id != before,
      let old = reader.blocks.firstIndex(where: { $0.post.id == before })
    else { return [] }
    let now = reader.selection.block
    return passed(min(old, now)...max(old, now))
  }

  /// Says of the posts of the thread among some blocks that they were read.
  mutating func passed(_ blocks: ClosedRange<Int>) -> [Effect] {
    guard room == .reader, let reader else { return [] }
    let ids = reader.blocks[blocks]
      .filter { $0.part != nil && !$0.isRead }.map(\.post.id)
    guard !ids.isEmpty else { return [] }
    self.reader?.markRead(Set(ids))
    return ids.map { .markRead($0, true) }
  }

  /// The row of the list to go to from the post in hand: the rest of its thread has been read with it.
  func pastThread(_ position: Int, _ n: Int) -> Int {
    guard abs(n) == 1, let lead = list.current?.group, lead.thread > 1 else { return position }
    var position = position
    while let row = list.row(at: position), row.group?.lead == lead.lead {
      let next = position + n
      guard next >= 0, next < list.total else { return list.cursor }
      position = next
    }
    return position
  }
}
