/// Ranges of a text by their places, so that those on a line are found without looking at all.
struct RangeIndex: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    var range: Range<Int>
    /// Whose range it is: a position in the list that was given.
    var owner: Int
    /// The furthest end of this range and of all before it.
    var reach: Int
  }

  private var entries: [Entry] = []

  /// The ranges of each of several things, in any order; empty ones are never found.
  init(_ owners: some Sequence<[Range<Int>]>) {
    for (owner, ranges) in owners.enumerated() {
      for range in ranges where !range.isEmpty {
        entries.append(Entry(range: range, owner: owner, reach: range.upperBound))
      }
    }
    entries.sort { ($0.range.lowerBound, $0.owner) < ($1.range.lowerBound, $1.owner) }
    for index in entries.indices.dropFirst() {
      entries[index].reach = max(entries[index].reach, entries[index - 1].reach)
    }
  }

  /// Whose ranges overlap a range: positions in the list, each once, in its order.
  func owners(overlapping range: Range<Int>) -> [Int] {
    guard !range.isEmpty else { return [] }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].reach > range.lowerBound { high = middle } else { low = middle + 1 }
    }
    var found: [Int] = []
    while low < entries.count, entries[low].range.lowerBound < range.upperBound {
      if entries[low].range.overlaps(range) { found.append(entries[low].owner) }
      low += 1
    }
    guard found.count > 1 else { return found }
    found.sort()
    return found.enumerated().filter { $0.offset == 0 || found[$0.offset - 1] != $0.element }
      .map(\.element)
  }
}
