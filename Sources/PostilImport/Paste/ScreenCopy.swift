import PostilCore

/// Posts copied from the pages of x.com: `Name ⏎ @handle ⏎ · ⏎ Jul 25 ⏎ text ⏎ 5.9K ⏎ 8.2K`.
///
/// Browsers differ in where they break lines: handle, dot and date may share one, and empty lines
/// may stand between. The page of a single post has its time below the text.
struct ScreenCopy {
  struct Header {
    /// The line of the name, from 0.
    var line: Int
    /// The first line of the text.
    var text: Int
    var about: SplitDraft.Attribution
    /// The time below the text, when there is none above it.
    var dateLine: Int?
  }

  private(set) var headers: [Header] = []
  /// Header lines, and the counts and buttons around posts.
  private(set) var dropped: Set<Int> = []
  /// Lines that belong to the one before them: the page puts mentions and links into boxes.
  private(set) var joined: Set<Int> = []
  private let lines: [PasteLine]

  init(_ lines: [PasteLine]) {
    self.lines = lines
    var line = 0
    while line < lines.count {
      if let header = header(at: line) {
        headers.append(header)
        line = header.text
      } else {
        line += 1
      }
    }
    dropSingles()
    for index in headers.indices { clean(index) }
    if let first = headers.first, lines[..<first.line].allSatisfy({ isPage($0) }) {
      dropped.formUnion(0..<first.line)
    }
  }

  /// Without a date a name and a handle are a header only when the time follows below the text.
  private mutating func dropSingles() {
    for index in headers.indices where headers[index].about.postedRaw == nil {
      let end = index + 1 < headers.count ? headers[index + 1].line : lines.count
      let date = (headers[index].text..<end).first { ScreenDate.isFull(lines[$0].words) }
      headers[index].dateLine = date
      headers[index].about.postedRaw = date.map { lines[$0].words }
    }
    headers.removeAll { $0.about.postedRaw == nil }
  }

  private func isPage(_ line: PasteLine) -> Bool {
    line.isBlank || ScreenFurniture.isButton(line.words) || line.words.count < 20
  }

  /// The next line with words within two.
  private func next(_ line: Int) -> Int? {
    (line..<min(lines.count, line + 3)).first { !lines[$0].isBlank }
  }

  private func header(at line: Int) -> Header? {
    let name = lines[line].words
    guard !name.isEmpty, lines[line].count <= 80 else { return nil }
    // All on one line: `Ada Volta @ada · Jul 25`.
    if let (before, handle, date) = Self.inline(name), !before.isEmpty {
      return header(line, name: before, handle: handle, date: date, text: line + 1)
    }
    guard let second = next(line + 1), !Self.isHandle(name) else { return nil }
    let words = lines[second].words
    if let (before, handle, date) = Self.inline(words), before.isEmpty {
      return header(line, name: name, handle: handle, date: date, text: second + 1)
    }
    guard Self.isHandle(words) else { return nil }
    guard let third = next(second + 1) else { return nil }
    let hasDot = lines[third].words == "·"
    if let date = hasDot ? next(third + 1) : third, ScreenDate.isShort(lines[date].words) {
      return header(line, name: name, handle: words, date: lines[date].words, text: date + 1)
    }
    return hasDot ? nil : header(line, name: name, handle: words, date: nil, text: second + 1)
  }

  private func header(_ line: Int, name: String, handle: String, date: String?, text: Int)
    -> Header
  {
    var about = SplitDraft.Attribution(author: handle)
    about.name = name
    about.postedRaw = date
    return Header(line: line, text: text, about: about)
  }

  /// `@ada · Jul 25` with or without a name before it.
  private static func inline(_ words: String) -> (String, String, String)? {
    guard let dot = words.firstRange(of: "·") else { return nil }
    let date = TrimmedText.both(of: words[dot.upperBound...])
    let before = TrimmedText.end(of: words[..<dot.lowerBound])
    guard let at = before.lastIndex(of: "@"), ScreenDate.isShort(date) else { return nil }
    let handle = String(before[at...])
    return isHandle(handle) ? (TrimmedText.end(of: before[..<at]), handle, date) : nil
  }

  private static func isHandle(_ words: String) -> Bool {
    words.hasPrefix("@") && 2...16 ~= words.utf8.count
      && words.unicodeScalars.dropFirst().allSatisfy(PasteLine.isHandle)
  }

  private mutating func clean(_ index: Int) {
    let header = headers[index]
    dropped.formUnion(header.line..<header.text)
    let end = index + 1 < headers.count ? headers[index + 1].line : lines.count
    var start = header.text
    // `Replying to ⏎ @ada ⏎ and ⏎ @bob` stands above the text.
    if let first = (start..<end).first(where: { !lines[$0].isBlank }),
      lines[first].words.hasPrefix("Replying to")
    {
      start = first + 1
      while start < end,
        lines[start].isBlank || lines[start].words == "and"
          || Self.isHandle(lines[start].words)
      {
        start += 1
      }
      dropped.formUnion(header.text..<start)
    }
    var last = header.dateLine ?? end
    dropped.formUnion(last..<end)
    for line in stride(from: last - 1, through: start, by: -1) where !lines[line].isBlank {
      guard ScreenFurniture.isFurniture(lines[line].words) else { break }
      dropped.insert(line)
      last = line
    }
    join(start..<max(start, last))
  }

  /// Puts together what boxes tore apart; the space beside a mention tells that it stood in a line.
  private mutating func join(_ range: Range<Int>) {
    for line in range.dropFirst() where !lines[line].isBlank && !lines[line - 1].isBlank {
      let (before, now) = (lines[line - 1], lines[line])
      guard isBox(before) || isBox(now) else { continue }
      let punctuation = now.words.unicodeScalars.first.map {
        ",.;:!?)'’”…".unicodeScalars.contains($0)
      }
      if now.startsWithSpace || before.endsWithSpace || isBox(before) && punctuation == true
        || before.words.hasSuffix("://")
      {
        joined.insert(line)
      }
    }
  }

  /// One mention, tag or link.
  private func isBox(_ line: PasteLine) -> Bool {
    let words = line.words
    guard !words.contains(where: \.isWhitespace) else { return false }
    return Self.isHandle(words) || words.hasPrefix("#") || words.hasPrefix("$") || line.isAddress
      || words.hasSuffix("://")
  }
}
