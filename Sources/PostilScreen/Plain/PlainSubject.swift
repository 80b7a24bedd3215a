internal import PostilCore

/// The page of a ticker, an author or a tag for `--plain`: its rows with their numbers, and what the
/// screen draws, in words.
extension State {
  /// The whole page.
  var plainSubject: [String] {
    guard let room = page else { return [] }
    guard let page = room.page else { return ["reading \(room.subject.name)"] }
    var lines = [
      "\(page.subject.name), \(page.subject.kind): \(plural(page.posts, "post")), "
        + "\(plural(page.track.claims, "claim")), \(plural(room.stops.count, "row"))"
    ]
    var number = 0
    for line in room.lines {
      if line.target != nil {
        lines.append(numbered(number, plain(line, page)))
        number += 1
      } else if !line.isPicture, !line.pieces.isEmpty {
        lines.append(plain(line, page))
      }
      if line.section == .timeline, line.isHeading { lines += steps(page.activity) }
    }
    return lines
  }

  /// The row that the cursor is on.
  var plainSubjectItem: String? {
    guard let room = page, let page = room.page, let line = room.current,
      let index = room.stops.firstIndex(of: room.cursor)
    else { return nil }
    return numbered(index, plain(line, page))
  }

  private func plain(_ line: SubjectLine, _ page: SubjectPage) -> String {
    switch line.target {
    case .claim(let id): return page.claims.first { $0.id == id }.map(plainClaim) ?? id
    case .post(let id):
      return (page.rows + page.mentions).first { $0.id == id }.map(plainPost) ?? id
    case .list where line.isPicture: return "these posts in the list"
    default:
      // Bars repeat what the numbers beside them say.
      let bars: ClosedRange<Unicode.Scalar> = "\u{2580}"..."\u{259F}"
      return line.pieces.sorted { $0.column < $1.column }.map { piece in
        var text = String.UnicodeScalarView()
        text.append(contentsOf: piece.text.unicodeScalars.filter { !bars.contains($0) })
        return Wrapping.oneLine(String(text), width: 200)
      }.filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }

  /// The timeline in words: each step of time in which anything happened.
  private func steps(_ activity: Activity) -> [String] {
    let timeline = Timeline(activity, columns: Self.plainSteps)
    return timeline.tallies.enumerated().compactMap { index, tally in
      var parts: [String] = []
      if tally.posts > 0 { parts.append(plural(tally.posts, "post")) }
      for (name, counts) in [("claims", tally.claims), ("verdicts", tally.verdicts)] {
        let told = Track.order.compactMap { mark, word in counts[mark].map { "\($0) \(word)" } }
        if !told.isEmpty { parts.append("\(name) \(told.joined(separator: ", "))") }
      }
      if tally.due > 0 { parts.append("\(tally.due) due") }
      let step = "\(timeline.step.name) from \(timeline.day(of: index))"
      return parts.isEmpty ? nil : "   \(step): \(parts.joined(separator: "; "))"
    }
  }

  /// Steps of time that are read out at most.
  private static let plainSteps = 40
}
