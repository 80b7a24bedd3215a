extension SubjectPage {
  /// The page as `postil page --json` prints it; what is unknown or empty is left out.
  public func json(today: Day) -> [JSONText.Member] {
    var members: [JSONText.Member] = [
      .init("subject", .string(subject.name)), .init("kind", .string(subject.kind)),
      .init("posts", .number(posts)),
    ]
    func add(_ key: String, _ values: [JSONText]) {
      if !values.isEmpty { members.append(.init(key, .array(values))) }
    }
    if undated > 0 { members.append(.init("undated", .number(undated))) }
    if let first { members.append(.init("first", .string("\(first)"))) }
    if let last { members.append(.init("last", .string("\(last)"))) }
    add("names", names.map { .string($0.name) })
    if let definition { members.append(.init("definition", .string(definition))) }
    if let link { members.append(.init("link", .string(link))) }
    members.append(.init("track", .object(track.json)))
    add(
      "weeks",
      activity.weeks.sorted { $0.key < $1.key }.map { .object($1.json(of: $0)) })
    add("claims", claims.map { .object($0.json(today: today)) })
    add("newest", rows.map { .string($0.id) })
    add("mentions", mentions.map { .string($0.id) })
    add("numbers", numbers.map { .object($0.json) })
    add(
      "beside",
      beside.map {
        .object([.init("subject", .string($0.subject.typed)), .init("posts", .number($0.posts))])
      })
    return members
  }
}

extension Track {
  fileprivate var json: [JSONText.Member] {
    var members = [JSONText.Member("claims", .number(claims))]
    members += Self.order.compactMap { mark, name in
      marks[mark].map { .init(name, .number($0)) }
    }
    members += [
      .init("forecasts", .number(forecasts)), .init("decided-forecasts", .number(decidedForecasts)),
      .init("due", .number(due)), .init("overdue", .number(overdue)),
      .init("confidence-stated", .number(stated)),
    ]
    if let median = medianConfidence { members.append(.init("median-confidence", .number(median))) }
    return members
  }
}

extension Activity.Tally {
  fileprivate func json(of monday: Day) -> [JSONText.Member] {
    var members: [JSONText.Member] = [
      .init("monday", .string("\(monday)")), .init("posts", .number(posts)),
    ]
    for (key, counts) in [("claims", claims), ("verdicts", verdicts)] where !counts.isEmpty {
      let marks = Track.order.compactMap { mark, name in
        counts[mark].map { JSONText.Member(name, .number($0)) }
      }
      members.append(.init(key, .object(marks)))
    }
    if due > 0 { members.append(.init("due", .number(due))) }
    return members
  }
}

extension ClaimRow {
  fileprivate func json(today: Day) -> [JSONText.Member] {
    var members: [JSONText.Member] = [
      .init("id", .string(id)), .init("status", .string(status.rawValue)),
      .init("type", .string(type.rawValue)), .init("words", .string(words)),
    ]
    if let due { members.append(.init("due", .string("\(due)"))) }
    if let due, status == .open, due < today { members.append(.init("overdue", .bool(true))) }
    if let confidence { members.append(.init("confidence", .number(confidence))) }
    if let post { members.append(.init("post", .string(post))) }
    if let author { members.append(.init("author", .string(author))) }
    if let posted { members.append(.init("posted", .string("\(posted)"))) }
    return members
  }
}

extension NumberSeries {
  fileprivate var json: [JSONText.Member] {
    let numbers = entries.map { entry -> JSONText in
      var members: [JSONText.Member] = [.init("text", .string(entry.text))]
      if let day = entry.day { members.append(.init("day", .string("\(day)"))) }
      members.append(.init("value", .string("\(entry.value)")))
      members.append(.init("post", .string(entry.post)))
      members.append(.init("at", .number(entry.start)))
      members.append(.init("words", .string(entry.words)))
      return .object(members)
    }
    return [.init("unit", .string(unit)), .init("numbers", .array(numbers))]
  }
}
