import PostilCore

/// The score of each line as the beginning of a post, when nothing strong separates them.
///
/// The weights were fitted on 157 real posts in four layouts (blank lines, none, long texts); the
/// rules are those of a person who reads: a mention or a cashtag opens, a colon promises more.
enum PasteScore {
  private static let base = (adjacent: 0.32, blank: 0.38, blanks: 0.48)
  private static let afterShortLink = 0.15
  private static let afterColon = -0.55
  private static let afterComma = -0.2
  private static let inEmojiList = -0.55

  private static func weight(_ opening: PasteLine.Opening) -> (Double, String)? {
    switch opening {
    case .repost: (0.75, "begins with RT @")
    case .mention: (0.3, "begins with a mention")
    case .cashtag: (0.25, "begins with a cashtag")
    case .emoji: (0.2, "begins with an emoji")
    case .lower: (-0.1, "begins in lower case")
    case .other: nil
    }
  }

  /// A line with content and its neighbours with content.
  private struct Candidate {
    var number: Int
    var line: PasteLine
    var before: PasteLine
    var after: PasteLine?
    var blanks: Int
  }

  static func boundaries(_ lines: [PasteLine]) -> [PasteSplitter.Boundary] {
    let content = lines.indices.filter { !lines[$0].isBlank }
    var isFenced = false
    var boundaries: [PasteSplitter.Boundary] = []
    for (index, number) in content.enumerated() {
      let line = lines[number]
      let wasFenced = isFenced
      if line.isFence { isFenced.toggle() }
      guard index > 0, !wasFenced else { continue }
      let candidate = Candidate(
        number: number, line: line, before: lines[content[index - 1]],
        after: index + 1 < content.count ? lines[content[index + 1]] : nil,
        blanks: number - content[index - 1] - 1)
      if let boundary = weigh(candidate) { boundaries.append(boundary) }
    }
    return boundaries
  }

  /// Nil for lines that never begin a post.
  private static func weigh(_ candidate: Candidate) -> PasteSplitter.Boundary? {
    let (line, before, blanks) = (candidate.line, candidate.before, candidate.blanks)
    // X copies mentions inside a sentence onto lines of their own; the space beside them stays.
    let isBroken = line.startsWithSpace || blanks == 0 && before.endsWithSpace
    if line.isItem || line.isTagList || line.isRule || isBroken { return nil }
    var score = blanks == 0 ? base.adjacent : blanks == 1 ? base.blank : base.blanks
    var reasons = blanks == 0 ? [] : [blanks == 1 ? "blank line" : "\(blanks) blank lines"]
    if let (weight, reason) = weight(line.opening) {
      score += weight
      reasons.append(reason)
    }
    if before.endsInShortLink {
      score += afterShortLink
      reasons.append("after a t.co link")
    }
    if before.last == ":" || before.last == "：" {
      score += afterColon
      reasons.append("after a colon")
    } else if before.last == "," || before.last == ";" {
      score += afterComma
      reasons.append("in mid sentence")
    }
    if let emoji = line.emoji, before.emoji != nil || candidate.after?.emoji == emoji {
      score += inEmojiList
      reasons.append("a list with emoji")
    }
    return PasteSplitter.Boundary(
      line: candidate.number, score: min(1, max(0, score)),
      reason: reasons.joined(separator: ", "))
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
