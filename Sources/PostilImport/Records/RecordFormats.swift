import PostilCore

/// The formats whose posts come as records, the most particular first.
enum RecordFormats {
  static let all: [any RecordFormat.Type] = [
    BrowserLog.self, Twscrape.self, Snscrape.self, GalleryDL.self, WebExporter.self, Twint.self,
    XBookmarks.self,
    XAPI1.self, XAPI2.self, XGraphQL.self, StockTwits.self, Reddit.self, HackerNews.self,
    Telegram.self, Discord.self, Mastodon.self, ActivityPub.self, Bluesky.self, Hypothesis.self,
    JSONFeed.self, RSSInJSON.self, Readwise.self, Pocket.self, ReadingList.self,
  ]

  /// The format that the first records of a source speak for; nil when none knows them.
  static func detect(_ records: [JSONValue]) -> (any RecordFormat.Type)? {
    // A file may begin with an error, or with words about itself.
    records.lazy.compactMap { record in find(record)?.format }.first
  }

  /// Takes the posts out of a record, by the format that the source seems to be of if it may be.
  ///
  /// - Returns: the format that knew it; nil when none did and nothing was taken.
  static func read(
    _ record: JSONValue, preferring preferred: (any RecordFormat.Type)?,
    into yield: inout RecordYield
  ) -> (any RecordFormat.Type)? {
    if let preferred, preferred.recognises(record) {
      preferred.read(record, into: &yield)
      return preferred
    }
    guard let (format, inner) = find(record) else { return nil }
    format.read(inner, into: &yield)
    return format
  }

  private static func find(_ record: JSONValue) -> (
    format: any RecordFormat.Type, record: JSONValue
  )? {
    if let format = all.first(where: { $0.recognises(record) }) { return (format, record) }
    // Databases and tests wrap what they keep.
    for name in wrappers {
      guard let inner = record[name], inner.isObject,
        let format = all.first(where: { $0.recognises(inner) })
      else { continue }
      return (format, inner)
    }
    return nil
  }

  /// What a database keeps of a record of no known format, when the record itself has no text.
  static func loose(_ record: JSONValue) -> LooseRecord {
    let loose = LooseRecord(record)
    guard loose.textName == nil else { return loose }
    return wrappers.lazy.compactMap { record[$0] }.filter(\.isObject).map(LooseRecord.init)
      .first { $0.textName != nil } ?? loose
  }

  private static let wrappers = [
    "_source", "source", "tweet", "status", "node", "item", "raw", "payload", "json", "doc",
    "value",
  ]
}

extension RecordFormat {
  /// Looks at the first records of a source.
  static func recognises(_ source: Source) -> Bool {
    RecordHead(source).records.contains { recognises($0) }
  }

  /// Reads everything as this format as far as it can be.
  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    let head = RecordHead(source)
    if head.isTable {
      try CSVPosts.read(source, as: Self.self, options: options, into: &intake)
    } else {
      try JSONPosts.read(source, as: Self.self, options: options, into: &intake)
    }
  }
}
