import PostilCore

/// The post in hand of a list that stands without a preview: read when keys pause, or when a verb
/// needs what it says.
extension State {
  /// The post under the cursor, when nothing of it is shown and it was not asked for.
  var unreadInHand: String? {
    guard room == .list, !showsPostInHand, let post = list.current?.id,
      reader?.dossier.post.id != post, wanted != post
    else { return nil }
    return post
  }

  /// Reads it, so that it opens at once.
  mutating func readInHand() -> [Effect] {
    guard let post = unreadInHand else { return [] }
    wanted = post
    return [.loadDossier(post)]
  }

  /// Has a verb wait that needs what the post says; nil for those that need no more than its row.
  mutating func readFirst(_ action: Action, count: Int?, _ argument: String) -> [Effect]? {
    guard room == .list, Self.readers.contains(action), let post = list.current?.id,
      reader?.dossier.post.id != post
    else { return nil }
    awaiting = AwaitedVerb(post: post, action: action, count: count, argument: argument)
    wanted = post
    return [.loadDossier(post)]
  }

  /// Carries out what waited for a post.
  mutating func runAwaited(for post: String) -> [Effect] {
    guard let verb = awaiting else { return [] }
    awaiting = nil
    guard verb.post == post, room == .list, list.current?.id == post else { return [] }
    return withSticky(run(verb.action, count: verb.count, argument: verb.argument))
  }

  /// Shows the post in hand under the list, or the list alone; on a wide screen they stand side by
  /// side.
  mutating func togglePreview() -> [Effect] {
    guard room == .ledger || frame.list == nil else {
      say("the post stands beside the list on so wide a screen")
      return []
    }
    let shows = geometry.preview == 0
    previews = shows
    guard geometry.preview > 0 || !shows else {
      say(margin.isAlone ? "alone · C-w o brings the other panes back" : "too few rows for both")
      return []
    }
    return fit(size)
  }

  /// The verbs that act on what the post in hand says.
  private static let readers: Set<Action> = [
    .note, .noteEditor, .claimNote, .claimForecast, .details, .raw, .linkOpen, .linkFollow,
    .backlinks, .copyQuote, .copyLink, .copyPath, .copyClaim, .bare,
  ]
}

/// A verb that waits for a post to be read.
struct AwaitedVerb: Hashable, Sendable {
  let post: String
  let action: Action
  let count: Int?
  let argument: String
}
