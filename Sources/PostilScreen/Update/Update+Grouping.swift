import PostilCore

/// The list under headings: by author, by ticker, by day.
extension State {
  /// Groups the list, or takes the headings away when it is grouped so already.
  mutating func group(_ action: Action) -> [Effect] {
    guard room == .list || room == .reader else {
      say("only the list of posts has groups")
      return []
    }
    let grouping: PostGrouping? =
      switch action {
      case .groupAuthor: .author
      case .groupTicker: .ticker
      case .groupDay: .day
      default: nil
      }
    if let grouping, list.ask.sort.grouping != grouping {
      list.ask.sort = PostSort(groupedBy: grouping)
      say("grouped by \(grouping.rawValue) · } and { go from group to group")
    } else if list.ask.sort.isGrouped {
      list.ask.sort.isGrouped = false
      say("no groups any more, still by \(list.ask.sort.key.rawValue)")
    } else {
      say("the list has no groups · s g groups it")
      return []
    }
    let post = list.current?.id
    return restartList() + (post.map { [.locate(list.ask, post: $0)] } ?? [])
  }

  /// Goes to where a group begins.
  mutating func moveToGroup(_ steps: Int) -> [Effect] {
    guard list.ask.sort.isGrouped else {
      say("the list has no groups · s g groups it")
      return []
    }
    guard let start = list.start(ofGroup: steps) else {
      say(steps > 0 ? "the last group" : "the first group")
      return []
    }
    list.moveCursor(to: start, rows: geometry.visible)
    return look()
  }

  /// How many rows its groups have, when the list has groups.
  var askForSections: [Effect] { list.ask.sort.isGrouped ? [.loadSections(list.ask)] : [] }

  mutating func take(_ ask: PostList.Ask, _ sections: [SectionCount]) {
    if ask == list.ask { list.sections = sections }
  }
}
