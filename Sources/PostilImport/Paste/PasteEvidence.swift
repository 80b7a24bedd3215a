/// What speaks for and against a post that begins at a line, apart from how much space is before it.
///
/// The weights are logits. They were fitted on 157 real posts in four layouts, and on some 500
/// others put together at random, so that they would not fit the first ones only.
struct PasteEvidence {
  private(set) var weight = 0.0
  /// What speaks for it, strongest first as far as it was weighed.
  private(set) var reasons: [String] = []

  private mutating func add(_ weight: Double, _ reason: String? = nil, if applies: Bool = true) {
    guard applies else { return }
    self.weight += weight
    if weight > 0, let reason { reasons.append(reason) }
  }

  /// Weighs a line by the lines with content around it.
  ///
  /// `isAdjacent` says that the line before, and the one after, follow without a blank line;
  /// `isHeading` that the line before stands alone.
  init(
    _ line: PasteLine, after before: PasteLine, followedBy next: PasteLine?,
    isAdjacent: (before: Bool, next: Bool), isHeading: Bool
  ) {
    weigh(opening: line, before, next, isAdjacent)
    let leadsToList = next.map { $0.isItem || $0.opening == .emoji } ?? false
    weigh(
      shape: line, next, isHeadOfList: isAdjacent.before && isAdjacent.next && leadsToList)
    weigh(end: before, isHeading: isHeading)
    let own = line.cashtags.union(isAdjacent.next ? next?.cashtags ?? [] : [])
    let others = before.cashtags
    guard !own.isEmpty, !others.isEmpty else { return }
    if own.isDisjoint(with: others) { add(1.1, "other cashtags") } else { add(0.9) }
  }

  private mutating func weigh(
    opening line: PasteLine, _ before: PasteLine, _ next: PasteLine?,
    _ isAdjacent: (before: Bool, next: Bool)
  ) {
    let opening = line.opening
    switch opening {
    case .repost: add(5, "begins with RT @")
    case .mention: add(2.5, "begins with a mention")
    case .cashtag: add(2.6, "begins with a cashtag")
    case .hashtag: add(-0.3)
    case .emoji: add(2.4, "begins with an emoji")
    case .lower: add(0.5)
    case .digit: add(1.1)
    case .quote: add(-0.8)
    case .other: break
    }
    if opening == .emoji {
      let isList =
        before.emoji == line.emoji
        || before.opening == .emoji && isAdjacent.before && isAdjacent.next
      add(-2.5, if: isList)
      add(-2, if: !line.hasLetters)
      return
    }
    let repeats: Set<PasteLine.Opening> = [.cashtag, .hashtag, .digit]
    add(-0.7, if: (repeats.contains(opening) || opening == .mention) && next?.opening == opening)
    add(-1.2, if: repeats.contains(opening) && before.opening == opening)
  }

  private mutating func weigh(shape line: PasteLine, _ next: PasteLine?, isHeadOfList: Bool) {
    if line.isTagList {
      add(-1.8)
      add(-3.5, if: line.isTagListWithLink)
      let leads = next.map { !$0.isTagList && !$0.isItem } ?? false
      add(1, "tickers before a text", if: leads && !line.isAddress)
    }
    add(-1, if: line.isAddress)
    // What announces a list stands in the middle of a post as often as at its head.
    let announces = line.last == ":" || line.last == "："
    add(1.7, "announces something", if: announces && !isHeadOfList)
    add(-0.8, if: line.count < 25)
    add(-1.5, if: line.isLabelledLink && line.count < 60 && line.lastWord.contains("."))
  }

  private mutating func weigh(end before: PasteLine, isHeading: Bool) {
    add(1.9, "after a t.co link", if: before.endsInShortLink)
    add(1.3, "after a link", if: before.endsInLink)
    add(-2.5, if: before.isLabelledLink && (before.endsInShortLink || before.endsInLink))
    add(0.6, "after a list of tags", if: before.isTagList)
    add(1.6, if: before.isTagListWithLink)
    add(1.9, "after a hashtag", if: before.lastWord.first == "#")
    let endsInCashtag =
      before.lastWord.first == "$" && before.lastWord.dropFirst().first?.isLetter == true
    add(0.6, if: endsInCashtag)
    add(-0.5, if: before.isItem)
    add(-0.3, if: before.count < 25)
    guard let last = before.last else { return }
    add(-3, if: ":：👇⬇".unicodeScalars.contains(last))
    add(-1, if: last == "," || last == ";")
    let trailsOff = before.words.hasSuffix("..") || last == "…" || before.words.hasSuffix("….")
    add(2.9, "after three dots", if: trailsOff)
    add(0.5, if: ".!?。！？)".unicodeScalars.contains(last) && !before.words.hasSuffix(".."))
    add(0.6, if: PasteLine.isEmoji(last) || last == "\u{FE0F}")
    let isOpen = ".!?…".unicodeScalars.contains(last) || before.endsInShortLink || before.endsInLink
    add(-0.5, if: isHeading && before.count < 60 && !isOpen)
    let isWord = last.properties.isAlphabetic || last.properties.numericType != nil
    add(0.3, if: before.count >= 25 && isWord && !before.isTagList)
    add(-0.5, if: before.hasOpenBracket)
  }
}
