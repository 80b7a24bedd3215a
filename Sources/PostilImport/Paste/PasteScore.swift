#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where posts begin when nothing strong separates them: the cut of the whole text into pieces by
/// which most is explained, by the lines at their borders, the space between them and their length.
struct PasteScore {
  /// A line with content that may begin a post.
  private struct Candidate {
    var line: Int
    /// Its place among the lines with content.
    var place: Int
    var gap: Int
    var evidence: PasteEvidence
    var weight = 0.0
  }

  private let lines: [PasteLine]
  /// Lines with content.
  private let content: [Int]
  /// Code points before each line.
  private let starts: [Int]
  private var candidates: [Candidate] = []
  private let layout: PasteLayout
  private let lists: PasteLists
  /// So many earlier beginnings are tried for each end of a piece.
  private static let reach = 120

  static func boundaries(_ lines: [PasteLine]) -> [PasteSplitter.Boundary] {
    PasteScore(lines).boundaries()
  }

  private init(_ lines: [PasteLine]) {
    self.lines = lines
    content = lines.indices.filter { !lines[$0].isBlank }
    var starts = [0]
    for line in lines { starts.append(starts[starts.count - 1] + line.count + 1) }
    self.starts = starts
    let lists = PasteLists(lines)
    self.lists = lists
    let found = Self.candidates(lines, content, lists)
    let layout = PasteLayout(
      found.map { ($0.gap, $0.evidence.weight, lines[$0.line].isItem) })
    self.layout = layout
    // In posts of StockTwits blank lines hold a space; between them they do not.
    let gaps = found.map { Self.holdsSpace(lines, $0) }
    let tellsBySpace = gaps.contains(true) && gaps.contains(false)
    candidates = zip(found, gaps).map { candidate, holdsSpace in
      var candidate = candidate
      candidate.weight = candidate.evidence.weight + layout.weight(ofGap: candidate.gap)
      if tellsBySpace, holdsSpace { candidate.weight -= 4 }
      return candidate
    }
  }

  /// All lines that are not in a fence, an item, or the middle of a sentence.
  private static func candidates(
    _ lines: [PasteLine], _ content: [Int], _ lists: PasteLists
  ) -> [Candidate] {
    var isFenced = false
    var found: [Candidate] = []
    for (place, number) in content.enumerated() {
      let line = lines[number]
      let wasFenced = isFenced
      if line.isFence { isFenced.toggle() }
      guard place > 0, !wasFenced else { continue }
      let earlier = content[place - 1]
      let before = lines[earlier]
      let next = place + 1 < content.count ? content[place + 1] : nil
      let gap = number - earlier - 1
      // X copies mentions inside a sentence onto lines of their own; the space beside them stays.
      let isBroken = line.startsWithSpace || gap == 0 && before.endsWithSpace
      if line.isItem || line.isRule || isBroken || lists.emojiItems.contains(number) { continue }
      // A watch list, one or some to a line; after a link it may open the next post.
      let isListed = next.map { lines[$0].isTickerList } ?? true
      if line.isTickerList,
        before.isTickerList || isListed && !before.endsInShortLink && !before.endsInLink
      {
        continue
      }
      let evidence = PasteEvidence(
        line, after: before, followedBy: next.map { lines[$0] },
        isAdjacent: (gap == 0, next == number + 1),
        isHeading: earlier == 0 || lines[earlier - 1].isBlank)
      found.append(Candidate(line: number, place: place, gap: gap, evidence: evidence))
    }
    return found
  }

  private static func holdsSpace(_ lines: [PasteLine], _ candidate: Candidate) -> Bool {
    guard candidate.gap > 0 else { return false }
    return lines[(candidate.line - candidate.gap)..<candidate.line].contains { $0.startsWithSpace }
  }

  private func boundaries() -> [PasteSplitter.Boundary] {
    let taken = taken()
    return candidates.enumerated().map { index, candidate in
      let score = 1 / (1 + exp(-candidate.weight))
      let blank =
        candidate.gap == 0
        ? [] : [candidate.gap == 1 ? "blank line" : "\(candidate.gap) blank lines"]
      let reasons = blank + candidate.evidence.reasons
      return PasteSplitter.Boundary(
        line: candidate.line, score: taken.contains(index) ? max(0.5, score) : min(0.49, score),
        reason: reasons.isEmpty ? "a new line" : reasons.joined(separator: ", "))
    }
  }

  /// The candidates, by number, at which the best of all cuts begins posts.
  private func taken() -> Set<Int> {
    // Ends of pieces: before each candidate, and the end of the text. Beginnings: -1 is the first line.
    var best = [0.0]
    var back: [Int] = []
    for end in 0...candidates.count {
      var found = (weight: -Double.infinity, start: -1)
      let nearest = max(-1, end - 1 - Self.reach)
      var tried = Array(nearest..<end)
      // A long post goes on, however far back it began.
      if let last = back.last, last < nearest { tried.append(last) }
      for start in tried {
        let before = best[start + 1]
        let weight =
          before + (start < 0 ? 0 : candidates[start].weight) + piece(from: start, to: end)
        if weight > found.weight { found = (weight, start) }
      }
      back.append(found.start)
      best.append(found.weight)
    }
    var taken: Set<Int> = []
    var end = candidates.count
    while end >= 0 {
      let start = back[end]
      guard start >= 0 else { break }
      taken.insert(start)
      end = start
    }
    return taken
  }

  /// How likely the lines from one candidate to another are as a post.
  private func piece(from start: Int, to end: Int) -> Double {
    let first = start < 0 ? 0 : candidates[start].place
    let last = (end < candidates.count ? candidates[end].place : content.count) - 1
    guard first <= last else { return 0 }
    let length = starts[content[last]] + lines[content[last]].count - starts[content[first]]
    let line = lines[content[first]]
    let isBareTags = first == last && line.isTickerList
    let range = content[first]...content[last]
    let weight = layout.weight(
      ofLength: length, listed: lists.listed(in: range), isLong: lists.holdsLongLine(in: range))
    return weight - (isBareTags ? 2.5 : 0)
  }

  /// How sure a proposal by scores is; by scores alone never sure enough to go unasked.
  static func confidence(_ boundaries: [PasteSplitter.Boundary], in lines: [PasteLine])
    -> (Double, String)
  {
    let content = lines.count { !$0.isBlank }
    guard content > 1 else { return (1, content == 0 ? "no text" : "one line") }
    let taken = boundaries.count { $0.score >= 0.5 }
    guard !boundaries.isEmpty else { return (0.95, "nothing that could begin another post") }
    // Each open question lowers it: a score of 0.5 is a coin toss.
    let doubt = boundaries.reduce(0.0) { $0 + max(0, 0.3 - abs($1.score - 0.5)) }
    let share = doubt / Double(max(1, boundaries.count))
    return (
      max(0.05, min(0.8, 0.8 - share * 2)),
      "\(taken) of \(boundaries.count) possible boundaries look like one"
    )
  }
}
