/// Lines of the pages of x.com that belong to no post.
enum ScreenFurniture {
  static func isFurniture(_ words: String) -> Bool {
    isButton(words) || words == "·" || isCount(words) || isClock(words)
  }

  static func isButton(_ words: String) -> Bool {
    buttons.contains(words) || endings.contains { words.hasSuffix($0) }
      || beginnings.contains { words.hasPrefix($0) }
  }

  /// `53`, `8.2K`, `1,204`, `3.4M Views`.
  private static func isCount(_ words: String) -> Bool {
    var number = words[...]
    for unit in [" Views", " views", " Reposts", " Quotes", " Likes", " Bookmarks", " replies"]
    where number.hasSuffix(unit) {
      number = number.dropLast(unit.count)
    }
    let digits = number.last.map { "KMB".contains($0) } == true ? number.dropLast() : number
    return !digits.isEmpty && digits.utf8.count <= 9 && digits.first?.isNumber == true
      && digits.utf8.allSatisfy { 48...57 ~= $0 || $0 == 44 || $0 == 46 }
  }

  /// `0:32` or `0:00 / 1:20` under a film.
  private static func isClock(_ words: String) -> Bool {
    words.utf8.count <= 15 && words.contains(":") && words.first?.isNumber == true
      && words.utf8.allSatisfy { 48...58 ~= $0 || $0 == 47 || $0 == 32 }
  }

  private static let buttons: Set<String> = [
    "Show more", "Quote", "Show this thread", "Show thread", "Translate post", "Show translation",
    "Post your reply", "Views", "View", "Read more on X", "Upgrade to Premium", "Subscribe",
    "View keyboard shortcuts", "To view keyboard shortcuts, press question mark",
    "Want to publish your own Article?", "Discover more", "Sourced from across X", "Pinned",
    "Relevant people", "Reply", "Repost", "Like", "Bookmark", "Share", "Follow", "Following",
    "ALT", "GIF", "Ad", "Promoted", "Show replies", "Show probable spam", "View quotes",
    "View post engagements", "Embedded video", "Last edited", "Post", "Conversation", "Home",
    "See new posts", "For you", "Log in", "Sign up", "What’s happening", "Trending now",
    "Don’t miss what’s happening", "People on X are the first to know.", "Most relevant",
    "Verified account", "Readers added context", "Image", "Show less", "Square profile picture",
    "Opens profile photo", "Copy link to post",
  ]
  private static let endings = [" reposted", " Retweeted", " and others"]
  private static let beginnings = ["Rate this translation", "Translated from ", "From "]
}
