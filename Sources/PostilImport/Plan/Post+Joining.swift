import PostilCore

extension Post {
  /// Takes over what another record of the same post knows and this one does not, or knows worse.
  ///
  /// The result does not depend on the order in which records are joined, nor on how often: each field
  /// takes the better of two values by an order of its own. Text and state are not touched.
  mutating func join(_ other: Post) {
    key = Self.better(key, other.key)
    platform = Self.better(platform, other.platform) { $0 != "paste" }
    author = Self.better(author, other.author) { $0.hasPrefix("@") }
    name = Self.better(name, other.name)
    title = Self.better(title, other.title)
    url = Self.better(url, other.url) { !$0.contains("/i/status/") }
    replyTo = Self.better(replyTo, other.replyTo) { Layout.isID($0) }
    thread = Self.better(thread, other.thread) { Layout.isID($0) }
    quotes = Self.better(quotes, other.quotes) { Layout.isID($0) }
    repostOf = Self.better(repostOf, other.repostOf) { Layout.isID($0) }
    part = Self.better(part, other.part)
    lang = Self.better(lang, other.lang)
    visibility = Self.better(visibility, other.visibility)
    joinDate(other)
    captured = [captured, other.captured].compactMap { $0 }.min()
    // Counts grow; a source that says less saw it earlier, or writes 0 for what it does not know.
    likes = Self.most(likes, other.likes)
    reposts = Self.most(reposts, other.reposts)
    replies = Self.most(replies, other.replies)
    quotesCount = Self.most(quotesCount, other.quotesCount)
    views = Self.most(views, other.views)
    links = Self.links(links, other.links)
    media = Self.union(media, other.media)
    labels = Self.union(labels, other.labels)
    via = Self.union(via, other.via)
  }

  private mutating func joinDate(_ other: Post) {
    let (own, others) = (DateRank(self), DateRank(other))
    guard own < others else { return }
    (posted, postedRaw, postedPrecision) = (other.posted, other.postedRaw, other.postedPrecision)
  }

  private static func most(_ one: Int?, _ other: Int?) -> Int? {
    [one, other].compactMap { $0 }.max()
  }

  /// The value that is there; of two the one that is as it should be; then the longer one.
  private static func better(
    _ one: String?, _ other: String?, _ isGood: (String) -> Bool = { _ in true }
  ) -> String? {
    guard let one, let other else { return one ?? other }
    guard isGood(one) == isGood(other) else { return isGood(one) ? one : other }
    guard one.utf8.count == other.utf8.count else {
      return one.utf8.count > other.utf8.count ? one : other
    }
    return one.utf8.lexicographicallyPrecedes(other.utf8) ? one : other
  }

  /// The list if both are the same, else all of both in order.
  private static func union(_ one: [String], _ other: [String]) -> [String] {
    guard !other.isEmpty, one != other else { return one }
    guard !one.isEmpty else { return other }
    return Set(one).union(other).map(NaturalOrder.init).sorted().map(\.text)
  }

  /// Without short links where the long ones are known.
  private static func links(_ one: [String], _ other: [String]) -> [String] {
    let all = union(one, other)
    let long = all.filter { !$0.hasPrefix("https://t.co/") }
    return long.isEmpty ? all : long
  }
}

/// How much is known of when a post was made: an instant is more than a day, a day more than words.
private struct DateRank: Comparable {
  private let rank: Int
  private let words: String

  init(_ post: Post) {
    rank =
      post.posted == nil
      ? (post.postedRaw == nil ? 0 : 1)
      : ["day": 2, "zone-unknown": 3, "minute": 4][post.postedPrecision ?? ""] ?? 5
    words = (post.posted?.description ?? "") + " " + (post.postedRaw ?? "")
  }

  /// Of two equally exact dates the earlier one is better.
  static func < (a: DateRank, b: DateRank) -> Bool {
    a.rank == b.rank ? b.words < a.words : a.rank < b.rank
  }
}

/// `a.json:9` comes before `a.json:10`.
private struct NaturalOrder: Comparable {
  let text: String
  private let front: Substring
  private let number: Int

  init(_ text: String) {
    self.text = text
    let digits = text.utf8.reversed().prefix { 48...57 ~= $0 }.count
    number = digits < 19 ? Int(text.suffix(digits)) ?? -1 : -1
    front = number < 0 ? text[...] : text.dropLast(digits)
  }

  static func < (a: NaturalOrder, b: NaturalOrder) -> Bool {
    if !a.front.utf8.elementsEqual(b.front.utf8) {
      return a.front.utf8.lexicographicallyPrecedes(b.front.utf8)
    }
    if a.number != b.number { return a.number < b.number }
    return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}
