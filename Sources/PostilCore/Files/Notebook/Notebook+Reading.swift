extension Notebook {
  /// Appends to `reading.log` that a post was read or is unread again.
  public func markRead(_ post: String, _ isRead: Bool, at now: Instant) throws(Problem) {
    let path = try resolve(Layout.readingLog)
    // A line that lost its end, by a kill or a hand, must not swallow the next one.
    let start = disk.lastByte(of: path).map { $0 == UInt8(ascii: "\n") } ?? true ? "" : "\n"
    try disk.append("\(start)\(now) \(post) \(isRead ? "read" : "unread")\n", to: path)
  }

  /// `reading.log` as it stands: the last word on each post.
  ///
  /// The last word is the one of the latest moment, because a merge may leave lines in any order.
  /// Lines that say nothing are passed over.
  public func reading() throws(Problem) -> [String: Bool] {
    guard let text = try text(of: Layout.readingLog) else { return [:] }
    var last: [String: (moment: String, isRead: Bool)] = [:]
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let word = ReadingLine(line) else { continue }
      if let old = last[word.post], old.moment > word.moment { continue }
      last[word.post] = (word.moment, word.isRead)
    }
    return last.mapValues(\.isRead)
  }
}

/// One line of `reading.log`: `2026-03-15T09:12:44Z x-1 read`.
struct ReadingLine {
  /// ISO 8601 in UTC, which sorts as text.
  var moment: String
  var post: String
  var isRead: Bool

  /// Nil when the line is not of this form.
  init?(_ line: Substring.UTF8View) {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let parts = line.split(whereSeparator: isBlank).compactMap { String($0) }
    guard parts.count == 3, Instant(parts[0]) != nil, parts[2] == "read" || parts[2] == "unread"
    else { return nil }
    moment = parts[0]
    post = parts[1]
    isRead = parts[2] == "read"
  }
}
