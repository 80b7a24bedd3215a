import PostilCore

extension Post {
  /// Makes it an item of a feed: known by its guid, else by its link, else by its content.
  ///
  /// A guid that is no address counts only within its feed. Items of mirrors of X are the posts
  /// that they mirror, whatever the guid says.
  ///
  /// - Parameters:
  ///   - guid: as the feed has it.
  ///   - link: where the item stands.
  ///   - feed: the address of the feed's site, or its own.
  mutating func identify(feedItem guid: String?, link: String?, feed: String?) {
    if let status = [link, guid].compactMap({ $0 }).lazy.compactMap({ StatusURL($0) }).first {
      if let handle = status.handle, author?.hasPrefix("@") != true {
        name = author ?? name
        author = "@" + handle
      }
      identify(on: status)
      return
    }
    platform = "feed"
    guard let own = guid ?? link, !own.isEmpty else { return }
    let isGlobal = WebAddress.isWeb(own) || own.hasPrefix("tag:") || own.hasPrefix("urn:")
    let key = isGlobal ? own : (feed ?? "") + "#" + own
    self.key = key
    id = Self.feedID(key)
  }
}
