import PostilCore

extension SubjectLayout {
  /// Who wrote a row is said where there is room, and where it is not the author's own page.
  private var sourceWidth: Int {
    if case .author = page.subject { return 0 }
    return width >= 72 ? 14 : 0
  }

  mutating func addClaims() {
    guard page.track.claims > 0 else { return }
    addHeading("claims", plural(page.track.claims, "claim"), .claims)
    addRows(
      page.claims.map { line(of: $0) }, total: page.track.claims, .claims, noun: "claims",
      rest: .ledger(nil))
  }

  private func line(of claim: ClaimRow) -> SubjectLine {
    var line = SubjectLine(.claims, .claim(claim.id))
    line.put(
      String(claim.mark), at: Self.left, .status(claim.status, claim.type), width: 1)
    var column = Self.left + 2
    if width >= 44 {
      let isLate = claim.status == .open && claim.due.map { $0 < today } ?? false
      let due = claim.due.map { "\($0)" } ?? ""
      line.put(due + (isLate ? "!" : ""), at: column, isLate ? .problem : .date, width: 11)
      column += 12
    }
    let stop = tail(&line, claim.author, claim.posted)
    if width >= 60 {
      line.putRight(claim.confidence.map { "\($0)%" } ?? "", end: column + 4, .dim, width: 4)
      column += 5
    }
    line.put(claim.words, at: column, .text, width: stop - 2 - column)
    return line
  }

  /// Posts of others that speak to the author.
  mutating func addMentions() {
    guard page.mentionCount > 0 else { return }
    addHeading("mentioned by others", plural(page.mentionCount, "post"), .mentions)
    addRows(
      page.mentions.map { line(of: $0, .mentions) }, total: page.mentionCount, .mentions,
      noun: "posts", rest: .filter(page.mentionQuery))
  }

  mutating func addPosts() {
    guard page.posts > 0 else { return }
    addHeading("posts", plural(page.posts, "post"), .posts)
    addRows(
      page.rows.map { line(of: $0, .posts) }, total: page.posts, .posts, noun: "posts", rest: .list)
  }

  private func line(of post: PostRow, _ section: SubjectLine.Section) -> SubjectLine {
    var line = SubjectLine(section, .post(post.id))
    // Who wrote it is plain on an author's page, but not who mentions them.
    let sourceWidth = section == .mentions && width >= 72 ? 14 : sourceWidth
    let flag = post.isStarred ? "*" : post.isRead ? "" : "·"
    line.put(flag, at: Self.left - 1, .star, width: 1)
    line.put(shortDate(post.posted, today: today), at: Self.left, .date, width: 8)
    var column = Self.left + 9
    if sourceWidth > 0 {
      line.put(source(post), at: column, .author, width: sourceWidth - 1)
      column += sourceWidth
    }
    if width >= 44 {
      var at = column
      for mark in claimMarks(post) where at < column + 5 {
        at = line.put(mark.text, at: at, mark.role, width: column + 5 - at)
      }
      column += 6
    }
    line.put(summary(post), at: column, post.isRead ? .text : .unread, width: end - column)
    return line
  }

  /// The numbers of one unit: how far they reach, their course, and each with the words around.
  mutating func add(_ series: NumberSeries) {
    let section = SubjectLine.Section.numbers(unit: series.unit)
    let isFirst = series.unit == page.numbers.first?.unit
    if isFirst {
      // The first unit stands right under the heading of them all.
      let cut =
        page.readForNumbers < page.posts
        ? "from the newest \(plural(page.readForNumbers, "post"))" : ""
      addHeading("numbers by date", cut, section)
    } else {
      addBlank(section)
    }
    addUnit(series, section)
    // The newest are what one looks for; they stand below, as time goes on.
    addRows(
      series.entries.reversed().map { line(of: $0, section, in: series) },
      total: series.entries.count, section, noun: "of them", rest: .list)
  }

  private mutating func addUnit(_ series: NumberSeries, _ section: SubjectLine.Section) {
    var line = SubjectLine(section, isHeading: true)
    let unit = series.unit.isEmpty ? "other units" : series.unit
    let column = line.put(unit, at: Self.left, .title, width: width / 2)
    let course = series.entries.count > 1 && !series.unit.isEmpty ? course(series) : ""
    line.putRight(course, end: end, .dim, width: max(0, end - column - 2))
    add(line)
  }

  private func line(
    of number: NumberSeries.Entry, _ section: SubjectLine.Section, in series: NumberSeries
  ) -> SubjectLine {
    var line = SubjectLine(section, .number(post: number.post, start: number.start))
    var column = Self.left
    if width >= 44 {
      line.put(number.day.map { "\($0)" } ?? "no date", at: column, .date, width: 10)
      column += 11
    } else if width >= 28 {
      line.put(shortDate(number.day.map(Moment.day), today: today), at: column, .date, width: 8)
      column += 8
    }
    let size = min(end - column - 2, width >= 72 ? 15 : width >= 44 ? 13 : 9)
    line.putRight(number.text, end: column + size, .title, width: size)
    column += size + 1
    if let mark = number.mark {
      line.put(String(mark), at: column, .status(marked: mark), width: 1)
    }
    column += 2
    if width >= 100 {
      line.put(Self.bar(number, in: series, cells: 10), at: column, .author, width: 10)
      column += 11
    }
    var stop = end
    if sourceWidth > 0 {
      line.put(number.author ?? "", at: end - sourceWidth + 1, .author, width: sourceWidth - 1)
      stop = end - sourceWidth
    }
    line.put(number.words, at: column, .text, width: stop - 1 - column)
    return line
  }

  /// Author and date at the right end; answers where they begin.
  private func tail(_ line: inout SubjectLine, _ author: String?, _ moment: Moment?) -> Int {
    guard width >= 60 else { return end + 1 }
    let date = moment == nil ? "" : shortDate(moment, today: today)
    line.putRight(date, end: end, .date, width: 8)
    guard sourceWidth > 0 else { return end - 8 }
    line.put(author ?? "", at: end - 8 - sourceWidth, .author, width: sourceWidth - 1)
    return end - 8 - sourceWidth
  }

  /// Authors, tickers or tags of the page's posts.
  mutating func addBeside(_ kind: String) {
    let found = page.beside.filter { $0.subject.kind == kind }
    guard !found.isEmpty else { return }
    let title =
      switch (kind, page.subject) {
      case ("author", _): "who writes about it"
      case ("ticker", .ticker): "tickers beside it"
      default: kind + "s"
      }
    let section = SubjectLine.Section.beside(kind: kind)
    addHeading(title, digest == nil ? "" : "Enter opens the page", section)
    let most = found.map(\.posts).max() ?? 1
    let rows = found.map { count in
      var line = SubjectLine(section, .subject(count.subject))
      let names = min(30, max(10, width / 3), end - Self.left - 6)
      line.put(count.subject.name, at: Self.left, .role(of: count.subject), width: names - 1)
      let column = Self.left + names
      line.putRight("\(count.posts)", end: column + 6, .text, width: 6)
      let bar = Self.bar(Double(count.posts), of: Double(most), cells: min(24, end - column - 8))
      line.put(bar, at: column + 8, .author, width: end - column - 8)
      return line
    }
    addRows(rows, total: found.count, section, noun: "of them", rest: .list)
  }
}

extension Role {
  /// The role in which the name of a subject is drawn.
  static func role(of subject: Subject) -> Role {
    switch subject {
    case .ticker: .cashtag
    case .author: .author
    case .tag: .tag
    }
  }
}
