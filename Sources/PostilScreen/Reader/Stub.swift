import PostilCore

/// A post that is quoted or answered, as it stands beside the one that does: who, when, first words.
struct Stub: Hashable, Sendable {
  /// Lines of the excerpt.
  private static let most = 2

  let lines: [String]

  /// `verb` is what the other post does with it; without `post` it is not in the notebook.
  init(_ verb: String, _ id: String, _ post: Post?, width: Int) {
    guard let post else {
      lines = ["·· \(verb) \(id), not in the notebook"]
      return
    }
    let when = post.posted.map { "  \($0.day)" } ?? ""
    let head = "·· \(verb) \(post.author ?? post.name ?? "unknown author")\(when)"
    let words = String(post.text.unicodeScalars.prefix(400))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let all = Wrapping.lines(words, width: max(1, width - 3))
    var excerpt = Array(all.prefix(Self.most))
    if all.count > excerpt.count, let last = excerpt.popLast() {
      excerpt.append(Glyph.clipped(last + " …", to: max(1, width - 3)))
    }
    lines = [head] + excerpt.map { "   " + $0 }
  }
}

extension Reader {
  /// What stands above a block: the post that it answers, unless that is open or of the thread.
  func stubAbove(_ block: Block, width: Int) -> Stub? {
    if block.kind == .answered, let id = closedAside(of: block) {
      return Stub("answers", id, dossier.beside[id]?.post, width: width)
    }
    guard block.part != nil, let id = block.post.replyTo, !opened.contains(id),
      !isPart(id)
    else { return nil }
    return Stub("answers", id, dossier.beside[id]?.post, width: width)
  }

  /// What stands below a block: the post that it quotes, unless that is open.
  func stubBelow(_ block: Block, width: Int) -> Stub? {
    if block.kind == .quoted, let id = closedAside(of: block) {
      return Stub("quotes", id, dossier.beside[id]?.post, width: width)
    }
    guard block.part != nil, let id = block.post.quotes, !opened.contains(id) else { return nil }
    let post = dossier.beside[id]?.post ?? parts.first { $0.post.id == id }?.post
    return Stub("quotes", id, post, width: width)
  }

  private func isPart(_ id: String) -> Bool { parts.contains { $0.post.id == id } }
}
