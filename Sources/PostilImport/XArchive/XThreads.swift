import PostilCore

/// What only shows when all posts of an archive are known: long texts, versions, threads.
enum XThreads {
  /// Joins notes, collapses versions into the newest, names threads, and hands the posts over.
  static func finish(_ tweets: inout [XTweet], notes: inout XNotes, into intake: inout Intake)
    throws(Problem)
  {
    join(&tweets, &notes, into: &intake)
    let newest = collapse(&tweets, into: &intake)
    nameThreads(&tweets, newest)
    for tweet in tweets { try intake.add(tweet.post) }
  }

  private static func join(
    _ tweets: inout [XTweet], _ notes: inout XNotes, into intake: inout Intake
  ) {
    guard notes.count > 0 else { return }
    var joined = 0
    for index in tweets.indices where !tweets[index].isRepost {
      guard let note = notes.take(for: tweets[index]) else { continue }
      tweets[index].join(note)
      joined += 1
    }
    intake.remark("\(joined) of \(notes.count) long texts restored")
    for note in notes.left {
      intake.warn("this long text begins like no post of its second", at: note.place.place)
    }
  }

  /// Leaves the newest version of each post; tells which one stands for every older id.
  private static func collapse(_ tweets: inout [XTweet], into intake: inout Intake)
    -> [String: String]
  {
    var groups: [String: [Int]] = [:]
    for index in tweets.indices where tweets[index].versions.count > 1 {
      groups[tweets[index].versions[0], default: []].append(index)
    }
    // The first version may say nothing of the later ones.
    for index in tweets.indices where tweets[index].versions.count == 1 {
      groups[tweets[index].id]?.append(index)
    }
    var newest: [String: String] = [:]
    var older: Set<Int> = []
    for group in groups.values {
      let ordered = group.sorted { isOlder(tweets[$0].id, tweets[$1].id) }
      guard let last = ordered.last else { continue }
      let ids = Set(ordered.flatMap { tweets[$0].versions }).subtracting([tweets[last].id])
      for id in ids { newest[id] = tweets[last].id }
      let earlier = ids.filter { isOlder($0, tweets[last].id) }.sorted(by: isOlder)
      if !earlier.isEmpty { tweets[last].post.labels.append("edited") }
      tweets[last].post.labels += earlier.map { "replaces x-" + $0 }
      for index in ordered.dropLast() {
        tweets[last].post.via += tweets[index].post.via
        older.insert(index)
      }
    }
    if !older.isEmpty { intake.join(older.count, "earlier version", "joined to the newest") }
    tweets = tweets.indices.filter { !older.contains($0) }.map { tweets[$0] }
    return newest
  }

  /// Ids are numbers, but too long ones to be sure they fit one.
  private static func isOlder(_ a: String, _ b: String) -> Bool {
    a.utf8.count != b.utf8.count ? a.utf8.count < b.utf8.count : a < b
  }

  /// Gives every post of a chain of own answers the id of the post that the chain begins with.
  private static func nameThreads(_ tweets: inout [XTweet], _ newest: [String: String]) {
    let own = Dictionary(tweets.indices.map { (tweets[$0].id, $0) }) { first, _ in first }
    func parent(_ index: Int) -> Int? {
      tweets[index].parent.flatMap { own[newest[$0] ?? $0] }
    }
    var roots: [Int: Int] = [:]
    for start in tweets.indices {
      var chain: [Int] = []
      var onChain: Set<Int> = []
      var index = start
      while roots[index] == nil, let next = parent(index), onChain.insert(index).inserted {
        chain.append(index)
        index = next
      }
      let root = roots[index] ?? index
      for member in chain { roots[member] = root }
    }
    let inThreads = roots.filter { $0.key != $0.value }
    for (member, root) in inThreads {
      tweets[member].post.thread = "x-" + tweets[root].id
      tweets[root].post.thread = "x-" + tweets[root].id
    }
    for index in tweets.indices {
      guard let parent = tweets[index].parent, let version = newest[parent] else { continue }
      tweets[index].post.replyTo = "x-" + version
    }
  }
}
