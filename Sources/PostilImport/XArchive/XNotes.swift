import PostilCore

/// The long texts of an archive, which lie apart from the posts and under other ids.
struct XNotes {
  struct Note {
    var text: String
    var urls: [String]
    var place: XArchivePlace
  }

  /// What a note and the beginning of it have in common: ids differ by a few milliseconds.
  private struct Key: Hashable {
    var second: Instant
    /// The first 60 code points, as UTF-8.
    var beginning: [UInt8]

    init(_ second: Instant, _ text: String) {
      self.second = second
      beginning = Array(String(text.unicodeScalars.prefix(60)).utf8)
    }
  }

  private var notes: [Key: Note] = [:]
  private(set) var count = 0

  /// Adds a record of `note-tweet.js`; its text is not escaped, its offsets are code points.
  mutating func add(_ record: JSONValue, _ place: XArchivePlace) {
    let note = record["noteTweet"] ?? record
    guard let text = note["core"]?["text"]?.text,
      case .instant(let instant) = DateReader.read(note["createdAt"]?.text ?? "").moment
    else { return }
    var urls: [(start: Int, url: String)] = []
    var links: [LinkExpansion.Link] = []
    for url in note["core"]?["urls"]?.elements.prefix(500) ?? [] {
      guard let short = url["shortUrl"]?.text, let full = url["expandedUrl"]?.text else { continue }
      let (start, end) = (url["fromIndex"]?.count ?? 0, url["toIndex"]?.count ?? 0)
      links.append(
        LinkExpansion.Link(short: short, full: full, range: start < end ? start..<end : nil))
      urls.append((start, full))
    }
    count += 1
    notes[Key(instant, text)] = Note(
      text: LinkExpansion.expand(text, links, isEscaped: false),
      urls: urls.sorted { $0.start < $1.start }.map(\.url), place: place)
  }

  /// Takes out the note that begins as a post does and was made in the same second.
  mutating func take(for tweet: XTweet) -> Note? {
    guard case .instant(let instant) = tweet.post.posted else { return nil }
    return notes.removeValue(forKey: Key(instant, tweet.plain))
  }

  /// Those that belong to no post.
  var left: [Note] { notes.values.sorted { $0.place.line < $1.place.line } }
}
