import PostilCore

/// The words of a post on X, apart from where they come from.
enum XText {
  /// Notices that X puts in the place of a text.
  ///
  /// From answers of the API: policy notices, withheld posts, removed ones.
  static func isPlaceholder(_ text: String) -> Bool {
    guard text.utf8.count < 400 else { return false }
    // `@name's account is …`
    let words = text.hasPrefix("@") ? text.drop { $0 != " " }.dropFirst() : text[...]
    let head = words.prefix(24).lowercased()
    guard openings.contains(where: head.hasPrefix),
      !text.hasPrefix("@") || head.hasPrefix("account")
    else { return false }
    let lower = words.lowercased()
    return notices.contains { lower.contains($0) }
  }

  private static let openings = [
    "this ", "you're unable", "you’re unable", "hmm...this page", "account ", "the ", "tweet ",
  ]
  private static let notices = [
    "account is temporarily unavailable because it violates", "has been withheld in",
    "has been withheld worldwide", "is withheld in", "withheld in response to",
    "violated the twitter rules", "violated the x rules", "this tweet is no longer available",
    "this post is no longer available", "this tweet is unavailable", "this post is unavailable",
    "from a suspended account", "from an account that no longer exists",
    "this tweet was deleted", "this post was deleted", "you're unable to view",
    "you’re unable to view", "limits who can view",
  ]

  /// Whether a text holds references of HTML as X writes them and nothing that it would have
  /// escaped.
  static func looksEscaped(_ text: String) -> Bool {
    guard ["&amp;", "&lt;", "&gt;"].contains(where: text.contains) else { return false }
    if text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) {
      return false
    }
    var rest = text[...]
    while let index = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      let tail = rest[index...]
      guard ["&amp;", "&lt;", "&gt;"].contains(where: tail.hasPrefix) else { return false }
      rest = tail.dropFirst()
    }
    return true
  }

  /// A language, unless X says that it knows none.
  static func lang(_ code: String?) -> String? {
    code.flatMap {
      $0.hasPrefix("q") && $0.utf8.count == 3 || $0 == "und" || $0 == "zxx" ? nil : $0
    }
  }
}

extension Post {
  /// Marks a notice that stands for a text, or a text that was cut.
  mutating func describeState(isCut: Bool) {
    if XText.isPlaceholder(text) {
      state = "placeholder"
    } else if isCut {
      state = "truncated"
    }
  }
}
