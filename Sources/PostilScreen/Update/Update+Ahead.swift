import PostilCore

/// The posts before and after the one in hand, read ahead, so that the next one is there at once.
extension State {
  /// Forgets them when what they say may have changed.
  mutating func dropAhead(at event: Event) {
    switch event {
    case .changed, .undone, .redone, .stale, .edited, .imported:
      if !ahead.isEmpty { (staleAhead, ahead) = (ahead, []) }
    default: break
    }
  }

  /// Keeps a post that was read ahead, unless the cursor has gone on meanwhile.
  mutating func keepAhead(_ dossier: Dossier) {
    let neighbours = neighbours
    guard neighbours.contains(dossier.post.id), ahead(dossier.post.id) == nil else { return }
    // Set now, while nobody waits for it; most of what was forgotten still says the same.
    let known = staleAhead.first { $0.dossier.post.id == dossier.post.id }
    ahead =
      ahead.filter { neighbours.contains($0.dossier.post.id) }
      + [Reader(dossier, frame: frame, knowing: known)]
  }

  /// A post that was read ahead.
  func ahead(_ id: String) -> Reader? { ahead.first { $0.dossier.post.id == id } }

  /// Asks for those that are not there, once the post in hand is.
  func readAhead() -> [Effect] {
    guard room == .reader || room == .list && showsPostInHand,
      reader?.dossier.post.id == list.current?.id
    else {
      return []
    }
    let missing = neighbours.filter { ahead($0) == nil }
    return missing.isEmpty ? [] : [.readAhead(missing)]
  }

  /// The rows after and before the one under the cursor.
  private var neighbours: [String] {
    [list.cursor + 1, list.cursor - 1].compactMap { list.row(at: $0)?.id }
  }
}
