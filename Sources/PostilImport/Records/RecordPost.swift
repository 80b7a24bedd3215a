import PostilCore

/// A post out of a record whose names mean what `RecordField` says.
struct RecordPost {
  var post: Post
  /// The id had lost its digits in a spreadsheet or data frame.
  private(set) var hasBrokenID = false
  /// Columns that should count hold words.
  private(set) var looksShifted = false

  /// The quoted post that stood at the end of the text.
  private var tail: Post?

  static func hasLostDigits(_ id: String?) -> Bool {
    guard let id else { return false }
    return Double(id) != nil && (id.contains("e+") || id.contains("E+"))
  }

  /// Posts that came along in it, with their source.
  func quoted(in file: String) -> [Post] {
    guard var tail else { return [] }
    tail.via = [file + Post.embeddedMark]
    return [tail]
  }

  /// Nil when the record has no text, and none stands beside it as `body`.
  init?(_ record: LooseRecord, body: String? = nil, via: String, isOnX: Bool = false) {
    guard let raw = body ?? record.first(.text), !raw.isEmpty else { return nil }
    post = Post(id: "", text: raw)
    post.via = [via]
    looksShifted = record.looksShifted
    describe(record)
    let address = record.all(.url).first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    post.url = address
    identify(record, address: address, isKnown: isOnX)
    if body == nil, post.platform == "x" || post.platform == "stocktwits" {
      // Long texts of X are not escaped, all others are.
      expand(raw, record, isEscaped: record.textName?.hasPrefix("notetweet") == false)
    }
    describeRelations(record)
    if let block = QuotedBlock.split(post.text), block.quoted.id != post.id {
      post.text = block.text
      post.quotes = block.quoted.id
      tail = block.quoted
    }
    if post.platform == "x", XText.isPlaceholder(post.text) { post.state = "placeholder" }
    if !looksShifted { count(record) }
  }

  private mutating func describe(_ record: LooseRecord) {
    let handle = record.first(.handle)?.unicodeScalars.drop { $0 == "@" }
    let name = record.all(.name).first { handle.map(String.init) != $0 }
    post.name = name
    if let handle, !handle.isEmpty {
      let isHandle = handle.allSatisfy { PasteLine.isHandle($0) || $0 == "." || $0 == "-" }
      post.author = isHandle ? "@" + String(handle) : String(handle)
      if !isHandle, post.name == post.author { post.name = nil }
    } else if let name {
      post.author = name
      post.name = nil
    }
    let readings = record.all(.date).map(DateReader.read)
    if let best = readings.first(where: { $0.moment != nil && $0.precision == nil })
      ?? readings.first(where: { $0.precision == "minute" })
      ?? readings.first(where: { $0.moment != nil }) ?? readings.first
    {
      post.date(best)
    }
    post.title = record.first(.title)
    post.lang = record.first(.lang).flatMap { ["und", "zxx", "qme"].contains($0) ? nil : $0 }
    if let mood = record.first(.sentiment)?.lowercased(), mood == "bullish" || mood == "bearish" {
      post.labels.append(mood)
    }
  }

  private mutating func identify(_ record: LooseRecord, address: String?, isKnown: Bool) {
    let ids = record.all(.id)
    hasBrokenID = ids.contains { Self.hasLostDigits($0) }
    let id = ids.first { Snowflake.isID($0) }
    let status = address.flatMap { StatusURL($0) }
    if post.author?.hasPrefix("@") != true, let handle = status?.handle {
      post.name = post.name ?? post.author
      post.author = "@" + handle
    }
    let handle = post.author.flatMap { $0.hasPrefix("@") ? String($0.dropFirst()) : nil }
    if let id, isKnown || isOnX(id, record, status) {
      post.identify(x: id, handle: handle ?? status?.handle)
    } else if let status {
      post.identify(x: status.id, handle: handle ?? status.handle)
    } else if let id, isOnStockTwits(record, address) {
      post.id = "st-" + id
      post.platform = "stocktwits"
      post.url = handle.map { "https://stocktwits.com/\($0)/message/\(id)" }
    } else if Self.wordsOfX.contains(where: record.has) {
      post.platform = "x"
    } else if record.has("stocksentiment") {
      post.platform = "stocktwits"
    }
  }

  /// The address says so, or the time in the id agrees with the date, or the words are those of X.
  private func isOnX(_ id: String, _ record: LooseRecord, _ status: StatusURL?) -> Bool {
    if let status { return status.id == id || id.utf8.count >= 15 }
    if id.utf8.count >= 15, let instant = Snowflake.instant(of: id), let posted = post.posted {
      return abs(instant.seconds - posted.seconds) < 2 * 86_400
    }
    return Self.wordsOfX.contains(where: record.has)
  }

  private func isOnStockTwits(_ record: LooseRecord, _ address: String?) -> Bool {
    address?.contains("stocktwits.com/") == true
      || record.has("body") && (record.has("symbols") || record.has("tokenizedbody"))
  }

  private static let wordsOfX = [
    "tweetid", "fulltext", "user.screenname", "retweetcount", "screenname", "tweet", "tcooutlinks",
    "tweeturl",
    "favoritecount", "tweetedat", "retweets", "retweetscount", "publicmetrics.retweetcount",
  ]

  private mutating func expand(_ raw: String, _ record: LooseRecord, isEscaped: Bool) {
    let json = record.json
    let extended = json["extended_tweet"] ?? json
    let entities = XEntities(
      extended["entities"]?["urls"] == nil ? json : extended, own: String(post.id.dropFirst(2)))
    var links = entities.links
    post.links = entities.urls
    post.media = entities.media
    if let quoted = entities.quoted { post.quotes = "x-" + quoted }
    // snscrape lists what each short link stands for, without places.
    let short = json["tcooutlinks"]?.elements ?? []
    let full = json["outlinks"]?.elements ?? []
    for (short, full) in zip(short, full).prefix(500) where short.text != nil {
      links.append(LinkExpansion.Link(short: short.text ?? "", full: full.text ?? short.text))
      post.links += full.text.map { [$0] } ?? []
    }
    for link in json["links"]?.elements.prefix(500) ?? [] {
      if let short = link["tcourl"]?.text, let full = link["url"]?.text {
        links.append(LinkExpansion.Link(short: short, full: full))
      }
      post.links += link["url"]?.text.map { [$0] } ?? []
    }
    post.text = LinkExpansion.expand(raw, links, isEscaped: isEscaped)
  }

  private mutating func describeRelations(_ record: LooseRecord) {
    guard let prefix = post.platform == "x" ? "x-" : post.platform == "stocktwits" ? "st-" : nil
    else { return }
    func link(_ field: RecordField) -> String? {
      record.first(field).flatMap { Snowflake.isID($0) ? prefix + $0 : nil }
    }
    post.replyTo = link(.replyTo)
    post.thread = link(.thread).flatMap { $0 == post.id && post.replyTo == nil ? nil : $0 }
    post.quotes = link(.quotes) ?? post.quotes
    let reposted = record.json["retweeted_status"] ?? record.json["retweetedTweet"] ?? .null
    if let original = RecordPost(LooseRecord(reposted), via: "", isOnX: true)?.post {
      post.describeRepost(of: original)
    } else if prefix == "x-" {
      post.describeRepost()
    }
  }

  private mutating func count(_ record: LooseRecord) {
    guard post.repostOf == nil else { return }
    post.likes = record.count(.likes)
    post.reposts = record.count(.reposts)
    post.replies = record.count(.replies)
    post.quotesCount = record.count(.quotesCount)
    post.views = record.count(.views)
  }
}
