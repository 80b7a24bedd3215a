import PostilCore

extension SubjectLayout {
  /// Bars of posts over time, over them the marks of the claims made, below those of the verdicts and
  /// of the days that are due.
  mutating func addTimeline() {
    let labels = width >= 44 ? 10 : 0
    let start = Self.left + labels
    let room = max(1, end - start)
    let timeline = Timeline(page.activity, columns: room)
    guard !timeline.tallies.isEmpty else { return }
    let step = min(6, max(1, room / timeline.tallies.count))
    let heading = timeline.peak > 0 ? "posts a \(timeline.step.name), up to \(timeline.peak)" : ""
    addHeading("timeline", heading, .timeline)

    let above = timeline.tallies.map { Self.marks($0.claims) }
    let claimRows = min(3, above.map(\.count).max() ?? 0)
    for row in (0..<claimRows).reversed() {
      var line = SubjectLine(.timeline, isPicture: true)
      if row == 0 { line.put("claims", at: Self.left, .dim, width: labels - 1) }
      Self.put(above, row, at: start, step, in: &line)
      add(line)
    }
    addBars(timeline, at: start, step, labels)
    addAxis(timeline, at: start, step, room)
    let below = timeline.tallies.map { Self.marks($0.verdicts) }
    for row in 0..<min(2, below.map(\.count).max() ?? 0) {
      var line = SubjectLine(.timeline, isPicture: true)
      if row == 0 { line.put("verdicts", at: Self.left, .dim, width: labels - 1) }
      Self.put(below, row, at: start, step, in: &line)
      add(line)
    }
    guard timeline.tallies.contains(where: { $0.due > 0 }) else { return }
    var line = SubjectLine(.timeline, isPicture: true)
    line.put("due", at: Self.left, .dim, width: labels - 1)
    Self.put(
      timeline.tallies.map { $0.due > 0 ? ["?"] : [] }, 0, at: start, step, in: &line)
    add(line)
  }

  private mutating func addBars(_ timeline: Timeline, at start: Int, _ step: Int, _ labels: Int) {
    guard timeline.peak > 0 else { return }
    let barRows = min(barRows, timeline.peak)
    // Eighths of a row; whoever posted at all is seen.
    let heights = timeline.tallies.map {
      ($0.posts * barRows * 8 + timeline.peak - 1) / timeline.peak
    }
    for row in (0..<barRows).reversed() {
      var line = SubjectLine(.timeline, row == 0 ? .list : nil, isPicture: true)
      if row == 0 { line.put("posts", at: Self.left, .dim, width: labels - 1) }
      var column = start
      for height in heights {
        let eighths = min(8, max(0, height - row * 8))
        if eighths > 0 {
          let bar = String(repeating: Self.bars[eighths], count: max(1, step - 1))
          line.put(bar, at: column, .author, width: bar.count)
        }
        column += step
      }
      add(line)
    }
  }

  /// A line with the days at which some steps begin.
  private mutating func addAxis(_ timeline: Timeline, at start: Int, _ step: Int, _ room: Int) {
    let count = timeline.tallies.count
    var line = SubjectLine(.timeline, isPicture: true)
    var column = start
    let last = start + max(count * step, 1)
    for index in 0..<count {
      let at = start + index * step
      let label = Self.label(timeline.day(of: index), timeline.step, isShort: count <= 26)
      guard at >= column, at + label.count <= end, index == 0 || at + label.count <= last + step
      else { continue }
      if at > column {
        line.put(
          String(repeating: "─", count: at - column - 1), at: column, .rule, width: at - column)
      }
      column = line.put(label, at: at, .date, width: label.count) + 1
      // The next label leaves a piece of the line to be seen.
      let piece = String(repeating: "─", count: min(4, max(0, last - column)))
      column = line.put(piece, at: column, .rule, width: 4)
    }
    if column < last {
      line.put(String(repeating: "─", count: last - column), at: column, .rule, width: room)
    }
    add(line)
  }

  private static func label(_ day: Day, _ step: Timeline.Step, isShort: Bool) -> String {
    let text = "\(day)"
    return switch step {
    case .week: isShort ? text : String(text.dropLast(3))
    case .month, .quarter: String(text.dropLast(3))
    case .years: String(text.dropLast(6))
    }
  }

  /// One of each mark that there is, in the order in which marks are shown.
  private static func marks(_ counts: [Character: Int]) -> [Character] {
    Track.order.map(\.mark).filter { counts[$0, default: 0] > 0 }
  }

  private static func put(
    _ marks: [[Character]], _ row: Int, at start: Int, _ step: Int, in line: inout SubjectLine
  ) {
    for (index, marks) in marks.enumerated() where marks.indices.contains(row) {
      line.put(
        String(marks[row]), at: start + index * step, .status(marked: marks[row]), width: 1)
    }
  }

  /// Nothing to a full cell, in eighths.
  static let bars = Array(" ▁▂▃▄▅▆▇█")
}
