import PostilCore

/// What is quoted or answered and stands open beside a post of the thread, and beside that again.
///
/// What a post answers stands above it, what it quotes below; of an opened one the same way is gone
/// on: what the quoted one quotes, what the answered one answers.
extension Reader {
  /// What a post names that stands open on one side of it, in the order from top to bottom.
  func asides(_ kind: Block.Kind, of post: Post) -> [Dossier.Neighbour] {
    var chain: [Dossier.Neighbour] = []
    var seen: Set<String> = [post.id]
    var next = named(by: post, kind)
    while let id = next, opened.contains(id), seen.insert(id).inserted,
      let aside = dossier.beside[id]
    {
      chain.append(aside)
      next = named(by: aside.post, kind)
    }
    return kind == .answered ? chain.reversed() : chain
  }

  /// What can be opened from a block, or closed with it: of a post of the thread what it quotes and
  /// answers; of an opened one what it leads on to, or itself with all that is open beyond it.
  func asides(of index: Int) -> Set<String> {
    let block = blocks[index]
    guard block.part != nil else {
      guard block.kind == .quoted || block.kind == .answered else { return [] }
      if let next = closedAside(of: block) { return [next] }
      let onward = block.kind == .quoted ? Array(blocks[index...]) : blocks[...index].reversed()
      let shown = Set(onward.prefix { $0.kind == block.kind }.map(\.post.id))
      return Set(opened.filter { dossier.beside[$0].map { shown.contains($0.post.id) } ?? false })
    }
    return Set([block.post.replyTo, block.post.quotes].compactMap(\.self))
      .filter { dossier.beside[$0] != nil }
  }

  /// What an opened post leads on to and is neither open nor of the thread.
  func closedAside(of block: Block) -> String? {
    guard block.part == nil, let id = named(by: block.post, block.kind), !opened.contains(id),
      dossier.beside[id] != nil
    else { return nil }
    return id
  }

  private func named(by post: Post, _ kind: Block.Kind) -> String? {
    switch kind {
    case .answered: post.replyTo
    case .quoted: post.quotes
    case .main, .thread, .quoting: nil
    }
  }
}
