/// What only shows when all posts of an archive are known, gathered in a first reading, so that the
/// second can hand over one post after the other: versions of edited posts, and threads.
///
/// Holds some thirty bytes a post.
struct XArchiveIndex {
  /// The post that each answers; 0 for none.
  private var parents: [UInt64: UInt64] = [:]
  /// All versions of edited posts that the archive tells of, by the first.
  private var versions: [UInt64: Set<UInt64>] = [:]
  private var newest: [UInt64: UInt64] = [:]
  private var earlier: [UInt64: [UInt64]] = [:]
  private var roots: [UInt64: UInt64] = [:]

  /// Takes note of a record of `tweets.js`; one that is no post is passed over.
  mutating func add(_ record: JSONValue) {
    let tweet = XTweet.inner(record)
    guard let id = XTweet.id(of: tweet).flatMap({ UInt64($0) }) else { return }
    parents[id] = XTweet.parent(of: tweet).flatMap { UInt64($0) } ?? 0
    let ids = (XTweet.versions(tweet["edit_info"]) ?? []).compactMap { UInt64($0) }
    if ids.count > 1, let first = ids.first { versions[first, default: []].formUnion(ids) }
  }

  /// Works everything out; to be called when all records are in.
  mutating func finish() {
    for ids in versions.values {
      // The newest that is there, and not one that was made after the archive.
      let here = ids.filter { parents[$0] != nil }
      guard let last = here.max() else { continue }
      for id in ids where id != last { newest[id] = last }
      earlier[last] = ids.filter { $0 < last }.sorted()
    }
    for start in parents.keys { findRoot(of: start) }
  }

  private mutating func findRoot(of start: UInt64) {
    var chain: [UInt64] = []
    var onChain: Set<UInt64> = []
    var id = start
    while roots[id] == nil, onChain.insert(id).inserted, let next = parent(id) {
      chain.append(id)
      id = next
    }
    let root = roots[id] ?? id
    for member in chain { roots[member] = root }
    if !chain.isEmpty { roots[root] = root }
  }

  /// The own post that an own post answers.
  private func parent(_ id: UInt64) -> UInt64? {
    guard let parent = parents[id], parent != 0 else { return nil }
    let shown = newest[parent] ?? parent
    return parents[shown] == nil || shown == id ? nil : shown
  }

  /// The version that stands for a post; nil when it is the newest itself, or never was edited.
  func newest(of id: String) -> String? { UInt64(id).flatMap { newest[$0] }.map(String.init) }

  /// Ids of the versions before a post, oldest first.
  func earlier(than id: String) -> [String] {
    UInt64(id).flatMap { earlier[$0] }?.map(String.init) ?? []
  }

  /// The first post of the thread that a post belongs to; nil outside threads.
  func root(of id: String) -> String? { UInt64(id).flatMap { roots[$0] }.map(String.init) }
}
