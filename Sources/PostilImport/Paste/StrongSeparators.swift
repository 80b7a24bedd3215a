import PostilCore

/// Separators that people and programs put between posts on purpose; the first kind found decides.
enum StrongSeparators {
  typealias Proposal = PasteSplitter.Proposal
  typealias Boundary = PasteSplitter.Boundary

  static func find(_ lines: [PasteLine], in bytes: [UInt8], now: Instant?) -> Proposal? {
    screenCopy(lines, bytes, now) ?? rules(lines, bytes) ?? sourceLinks(lines, bytes)
      ?? doubleBlanks(lines, bytes)
  }

  /// Posts as a browser copies them from x.com: name, handle, dot, date, text, counts.
  private static func screenCopy(_ lines: [PasteLine], _ bytes: [UInt8], _ now: Instant?)
    -> Proposal?
  {
    let copy = ScreenCopy(lines)
    guard let first = copy.headers.first else { return nil }
    var known: [Int: SplitDraft.Attribution] = [:]
    for header in copy.headers { known[header.line] = dated(header.about, now) }
    let draft = SplitDraft(
      bytes, starts: Set(copy.headers.map(\.line)), dropped: copy.dropped, joined: copy.joined,
      known: known)
    // What stands before the first header is a post without one, or the page around the posts.
    let isWhole = lines[..<first.line].indices.allSatisfy {
      lines[$0].isBlank || copy.dropped.contains($0)
    }
    return proposal(draft, isWhole ? 0.95 : 0.6, "name, handle and date as x.com shows them")
  }

  private static func dated(_ about: SplitDraft.Attribution, _ now: Instant?)
    -> SplitDraft.Attribution
  {
    var about = about
    guard let raw = about.postedRaw else { return about }
    if ScreenDate.isComplete(raw) {
      about.posted = DateReader.read(raw).moment
      if about.posted != nil { about.postedRaw = nil }
    } else if let day = now.flatMap({ ScreenDate.day(raw, now: $0) }) {
      about.posted = .day(day)
    }
    return about
  }

  private static func rules(_ lines: [PasteLine], _ bytes: [UInt8]) -> Proposal? {
    var isFenced = false
    var rules: Set<Int> = []
    for (number, line) in lines.enumerated() {
      if line.isFence { isFenced.toggle() }
      guard line.isRule, !isFenced else { continue }
      rules.insert(number)
    }
    let draft = SplitDraft(bytes, starts: rules, dropped: rules)
    guard draft.count > 1 else { return nil }
    // A single rule may as well be a rule inside one post, or the underline of a heading.
    return proposal(draft, rules.count > 1 ? 0.95 : 0.7, "\(rules.count) lines of dashes or stars")
  }

  /// Every post followed, or every post headed, by a line that is only its address.
  private static func sourceLinks(_ lines: [PasteLine], _ bytes: [UInt8]) -> Proposal? {
    let content = lines.indices.filter { !lines[$0].isBlank }
    let links = content.filter { StatusURL(lines[$0].words) != nil }
    guard links.count > 1, let first = content.first, let last = content.last else { return nil }
    let leads = links.contains(first)
    guard leads != links.contains(last) else { return nil }
    var known: [Int: SplitDraft.Attribution] = [:]
    var start = 0
    for link in links {
      if leads { start = link }
      var about = SplitDraft.Attribution()
      about.url = lines[link].words
      known[start] = about
      start = link + 1
    }
    let starts = leads ? links : links.map { $0 + 1 }.filter { $0 < lines.count }
    let draft = SplitDraft(bytes, starts: Set(starts), dropped: Set(links), known: known)
    guard draft.count == links.count else { return nil }
    return proposal(draft, 0.95, "the address of each post on a line of its own")
  }

  /// Two or more blank lines, always the same number, where single ones stay inside posts.
  private static func doubleBlanks(_ lines: [PasteLine], _ bytes: [UInt8]) -> Proposal? {
    let content = lines.indices.filter { !lines[$0].isBlank }
    let gaps = zip(content, content.dropFirst()).map { ($1, $1 - $0 - 1) }.filter { $0.1 > 1 }
    guard gaps.count > 1, let width = gaps.first?.1, gaps.allSatisfy({ $0.1 == width }),
      !lines.contains(where: \.isFence),
      gaps.allSatisfy({ !lines[$0.0].isItem }), isEven(gaps.map(\.0), lines.count)
    else { return nil }
    let draft = SplitDraft(bytes, starts: Set(gaps.map(\.0)))
    return proposal(draft, 0.9, "\(width) blank lines, each time")
  }

  /// No piece holds most of the text: then the double blanks are one post's own habit.
  private static func isEven(_ starts: [Int], _ count: Int) -> Bool {
    let borders = [0] + starts + [count]
    return zip(borders, borders.dropFirst()).allSatisfy { ($1 - $0) * 3 < count * 2 }
  }

  private static func proposal(_ draft: SplitDraft, _ confidence: Double, _ reason: String)
    -> Proposal
  {
    let boundaries = draft.firstLines.sorted().dropFirst().map {
      Boundary(line: $0, score: confidence, reason: reason)
    }
    return Proposal(
      draft: draft, boundaries: boundaries, confidence: confidence, reason: reason)
  }
}
