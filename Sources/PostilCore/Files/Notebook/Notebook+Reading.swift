extension Notebook {
  /// Appends to `reading.log` that a post was read or is unread again.
  public func markRead(_ post: String, _ isRead: Bool, at now: Instant) throws(Problem) {
    let path = try resolve(Layout.readingLog)
    // A line that lost its end, by a kill or a hand, must not swallow the next one.
    let start = disk.lastByte(of: path).map { $0 == UInt8(ascii: "\n") } ?? true ? "" : "\n"
    try disk.append("\(start)\(now) \(post) \(isRead ? "read" : "unread")\n", to: path)
  }

  /// `reading.log` as it stands: the last word on each post.
  public func reading() throws(Problem) -> [String: Bool] {
    try readingLog().words
  }

  /// The lines of `reading.log` that were appended to those that are known; all of them when those
  /// are not what the file begins with.
  ///
  /// The last word is the one of the latest moment, because a merge may leave lines in any order.
  /// Lines that say nothing are passed over.
  public func readingLog(after known: ReadingLog.Lines? = nil) throws(Problem) -> ReadingLog {
    let bytes = Array((try text(of: Layout.readingLog) ?? "").utf8)
    let newline = UInt8(ascii: "\n")
    let isAppended = known.map { ReadingLog.Lines(bytes.prefix($0.end)) == $0 } ?? false
    var log = ReadingLog(start: isAppended ? known?.end ?? 0 : 0)
    log.lines = ReadingLog.Lines(bytes.prefix((bytes.lastIndex(of: newline) ?? -1) + 1))
    var last: [String: (moment: String, isRead: Bool)] = [:]
    for line in bytes[log.start...].split(separator: newline) {
      guard let word = ReadingLine(Substring(decoding: line, as: UTF8.self).utf8) else { continue }
      log.earliest = min(log.earliest ?? word.moment, word.moment)
      log.latest = max(log.latest ?? word.moment, word.moment)
      if let old = last[word.post], old.moment > word.moment { continue }
      last[word.post] = (word.moment, word.isRead)
    }
    log.words = last.mapValues(\.isRead)
    return log
  }
}

/// What lines of `reading.log` say.
public struct ReadingLog: Hashable, Sendable {
  /// Byte at which the lines begin.
  public var start: Int
  /// All whole lines of the file, those before `start` too.
  public var lines = Lines([])
  /// The first moment in the lines, ISO 8601 in UTC; nil without a line.
  public var earliest: String?
  /// The last moment in the lines, ISO 8601 in UTC; nil without a line.
  public var latest: String?
  /// The last word on each post: whether it was read.
  public var words: [String: Bool] = [:]

  init(start: Int) {
    self.start = start
  }

  /// The first lines of a log, to be known again: a file that was replaced may have the place on the
  /// disk of the one before it.
  public struct Lines: Hashable, Sendable {
    /// Byte after the last of them.
    public var end: Int
    /// Sum of their bytes (FNV-1a, 64 bits).
    public var sum: UInt64

    /// Lines as they were noted.
    public init(end: Int, sum: UInt64) {
      self.end = end
      self.sum = sum
    }

    init(_ bytes: ArraySlice<UInt8>) {
      end = bytes.endIndex
      sum = Checksum.of(bytes)
    }
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
