/// Edits of a claim's body: each changes the lines of its own section and no other.
extension ClaimFile {
  /// Appends a line to History, which is made when missing.
  static func append(_ turn: Turn, to document: inout Document) {
    let body = ClaimBody(document.body)
    let newline = document.newline
    let item = listed([turn.line]) + newline
    guard let section = body.sections(.history).last else {
      let text = "## History" + newline + newline + item
      return insert(text, before: body.sections(.notes).first?.line, body, &document)
    }
    let last = section.lines.last { !BodyLines.isBlank(body.lines[$0]) }
    let place = (last ?? section.line) + 1
    // A heading and its first item are set apart.
    splice(place..<place, last == nil ? newline + item : item, body, &document)
  }

  /// Replaces what stands under `## Notes`; an empty text removes the section.
  static func setNotes(_ text: String, in document: inout Document) {
    let body = ClaimBody(document.body)
    let newline = document.newline
    let text = maskedNotes(text).map { $0 + newline }.joined()
    let sections = body.sections(.notes)
    guard let first = sections.first else {
      guard !text.isEmpty else { return }
      return insert("## Notes" + newline + newline + text, before: nil, body, &document)
    }
    var lines = body.lines
    for section in sections.reversed() {
      let isLast = section.lines.upperBound == body.lines.count
      if section.line == first.line, !text.isEmpty {
        lines.replaceSubrange(section.lines, with: [newline + text + (isLast ? "" : newline)])
      } else {
        lines.removeSubrange(section.line..<section.lines.upperBound)
      }
    }
    document = document.replacingBody(with: lines.joined())
  }

  /// Replaces the quoted words; the blank lines and texts around the quotes stay.
  static func setQuotes(_ quotes: [String], in document: inout Document) {
    let body = ClaimBody(document.body)
    let newline = document.newline
    let text = quotes.map { quoted($0).map { $0 + newline }.joined() }.joined(separator: newline)
    guard let first = body.quotes.first, let last = body.quotes.last else {
      return splice(0..<0, text + newline, body, &document)
    }
    // Words between two quotes belong to somebody; only blank lines go with the old quotes.
    let between = body.lines[first.lines.lowerBound..<last.lines.upperBound]
      .filter { !$0.hasPrefix(">") && !BodyLines.isBlank($0) }.joined()
    let rest = between.isEmpty ? "" : newline + between
    splice(first.lines.lowerBound..<last.lines.upperBound, text + rest, body, &document)
  }

  /// Sets the line under the quote, for people; does nothing when there is none.
  static func setSource(_ post: Post, in document: inout Document) {
    let body = ClaimBody(document.body)
    guard let line = body.preamble.first(where: { body.lines[$0].hasPrefix("— [[") }) else {
      return
    }
    splice(line..<line + 1, sourceLine(post: post.id, post) + document.newline, body, &document)
  }

  /// Puts a section before a line, or at the end, with blank lines around it.
  private static func insert(
    _ section: String, before line: Int?, _ body: ClaimBody, _ document: inout Document
  ) {
    let newline = document.newline
    let place = line ?? body.lines.count
    let isApart = place == 0 || BodyLines.isBlank(body.lines[place - 1])
    splice(
      place..<place, (isApart ? "" : newline) + section + (line == nil ? "" : newline), body,
      &document)
  }

  private static func splice(
    _ range: Range<Int>, _ text: String, _ body: ClaimBody, _ document: inout Document
  ) {
    var lines = body.lines
    if range.lowerBound > 0, range.lowerBound == lines.count,
      !lines[range.lowerBound - 1].hasSuffixBytes("\n")
    {
      lines[range.lowerBound - 1] += document.newline
    }
    lines.replaceSubrange(range, with: [text])
    document = document.replacingBody(with: lines.joined())
  }
}
