import PostilCore
import Synchronization

/// What the texts of the posts looked at last say, so that an edit of a claim does not have them read
/// again.
final class FactsShelf: Sendable {
  private static let most = 64
  private let known = Mutex<[String: TextFacts]>([:])

  /// The dossier with the facts of its post and of the thread around it, and with what stands there
  /// instead of words that claims have lost.
  func added(to dossier: Dossier) -> Dossier {
    var dossier = dossier
    dossier.facts = facts(of: dossier.post)
    for index in dossier.thread.indices.prefix(Self.most / 2) {
      dossier.thread[index].facts = facts(of: dossier.thread[index].post)
    }
    dossier.seekRestatements()
    return dossier
  }

  private func facts(of post: Post) -> TextFacts {
    if let facts = known.withLock({ $0[post.id] }), facts.areOf(post.text) { return facts }
    let facts = TextFacts(post)
    known.withLock { known in
      if known.count >= Self.most { known = [:] }
      known[post.id] = facts
    }
    return facts
  }
}
