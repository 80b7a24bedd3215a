import PostilCore

extension SubjectLayout {
  /// Who or what it is: how many posts, from when to when, other names, the definition.
  mutating func addHead() {
    for (index, words) in facts.enumerated() {
      var texts = Wrapping.lines(words, width: end - Self.left)
      let isLong = texts.count > 6 && digest != nil && !unfolded.contains(.head)
      if isLong { texts = Array(texts.prefix(4)) }
      for (row, text) in texts.enumerated() {
        var line = SubjectLine(.head, index == 0 && row == 0 ? .list : nil)
        line.put(text, at: Self.left, index == 0 ? .text : .dim, width: end - Self.left)
        add(line)
      }
      guard isLong else { continue }
      var more = SubjectLine(.head, .more(.head))
      more.put("… Enter shows the rest", at: Self.left, .dim, width: end - Self.left)
      add(more)
    }
  }

  private var facts: [String] {
    var facts = [page.posts == 0 ? nothing : posts]
    if let definition = page.definition, !definition.isEmpty { facts.append(definition) }
    if !page.names.isEmpty {
      let names = page.names.map { $0.posts == page.posts ? $0.name : "\($0.name) (\($0.posts))" }
      facts.append("also called " + names.joined(separator: ", "))
    }
    if let link = page.link { facts.append(link) }
    return facts
  }

  private var posts: String {
    let posts = plural(page.posts, "post")
    let undated = page.undated == 0 ? "" : ", \(page.undated) of them without a date"
    guard let first = page.first, let last = page.last else { return posts + undated }
    return posts + (first == last ? " on \(first)" : " from \(first) to \(last)") + undated
  }

  private var nothing: String {
    switch page.subject {
    case .ticker(let name): "No stored post names $\(name)."
    case .author(let name): "No stored post is by \(name)."
    case .tag(let name): "No post carries #\(name) · t # in the list or the reader adds it"
    }
  }

  /// How many claims of each mark, how the forecasts stand, what was said about confidence.
  mutating func addTrack() {
    let track = page.track
    guard track.claims > 0 else { return }
    addHeading("track so far", plural(track.claims, "claim"), .track)
    addStrip()
    addCounts()
    var states: [(String, Query?)] = []
    if track.forecasts > 0 {
      let open = track.marks[">", default: 0]
      states.append(
        (
          "\(plural(track.forecasts, "forecast")): \(open) open, \(track.decidedForecasts) decided",
          .field(.type, ClaimType.forecast.rawValue)
        ))
    }
    if track.due + track.overdue > 0 {
      let late = track.overdue > 0 ? "\(track.overdue) overdue" : ""
      let soon = track.due > 0 ? "\(track.due) due within a week" : ""
      states.append(
        ([late, soon].filter { !$0.isEmpty }.joined(separator: ", "), .state(.due)))
    }
    for (words, query) in states {
      var line = SubjectLine(.track, .ledger(query))
      let isLate = query == .state(.due) && track.overdue > 0
      line.put(words, at: Self.left, isLate ? .problem : .text, width: end - Self.left)
      add(line)
    }
    guard let median = track.medianConfidence, let low = track.confidences.keys.min(),
      let high = track.confidences.keys.max()
    else { return }
    var line = SubjectLine(.track)
    let range = low == high ? "\(low)%" : "\(low)% to \(high)%, median \(median)%"
    line.put(
      "confidence stated on \(track.stated) of \(track.claims): \(range)", at: Self.left, .dim,
      width: end - Self.left)
    add(line)
  }

  /// A letter a claim, as wide as the page when there are more claims than cells.
  private mutating func addStrip() {
    let room = end - Self.left
    let total = page.track.claims
    var line = SubjectLine(.track, isPicture: true)
    var column = Self.left
    var seen = 0
    for (mark, _) in Track.order {
      seen += page.track.marks[mark, default: 0]
      // Every mark that there is gets a cell of its own, also one of a thousand.
      let least = page.track.marks[mark] == nil ? column : column + 1
      let stop = total <= room ? Self.left + seen : Self.left + seen * room / total
      let count = min(end, max(least, stop)) - column
      guard count > 0 else { continue }
      column = line.put(
        String(repeating: mark, count: count), at: column, .status(marked: mark), width: count)
    }
    add(line)
  }

  private mutating func addCounts() {
    var line = SubjectLine(.track, .ledger(nil))
    var column = Self.left
    for (mark, name) in Track.order {
      guard let count = page.track.marks[mark], count > 0 else { continue }
      let words = "\(count) \(mark) \(name)"
      if column > Self.left, column + words.count > end {
        add(line)
        line = SubjectLine(.track)
        column = Self.left
      }
      column = line.put(words, at: column, .status(marked: mark), width: end - column) + 3
    }
    add(line)
  }
}

extension Role {
  /// The role of a claim by its mark.
  static func status(marked mark: Character) -> Role {
    switch mark {
    case ">": .claimForecast
    case "+": .claimSupported
    case "-": .claimRefuted
    case "~": .claimMixed
    case "0": .claimVoid
    default: .claimOpen
    }
  }
}
