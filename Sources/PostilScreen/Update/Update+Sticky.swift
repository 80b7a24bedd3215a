import PostilCore

/// The sticky tag: chosen once, and given to every claim that is made.
extension State {
  mutating func toggleSticky(_ argument: String) -> [Effect] {
    if let name = TagName.typed(argument) {
      sticky = book.canonical(name)
      return []
    }
    if let sticky {
      self.sticky = nil
      say("#\(sticky) is no longer given to new claims")
      return []
    }
    layer = .tags(palette(.sticky))
    return [.loadTags]
  }

  /// Effects in which every new claim carries the sticky tag: the one place that all ways of making
  /// a claim go through.
  func withSticky(_ effects: [Effect]) -> [Effect] {
    guard let sticky else { return effects }
    return effects.map { effect in
      guard case .perform(let edits) = effect else { return effect }
      return .perform(
        edits.map { edit in
          guard case .addClaim(var new) = edit, !new.tags.contains(sticky) else { return edit }
          new.tags.append(sticky)
          return .addClaim(new)
        })
    }
  }

  /// People forget that it is on: another filter is another run of posts, and ends it.
  mutating func endSticky(unless isSame: Bool) {
    guard !isSame, let sticky else { return }
    self.sticky = nil
    say("another filter: #\(sticky) is no longer given to new claims")
  }
}
