import PostilCore
import TestSupport
import Testing

@testable import PostilImport

/// What the samples of record formats hold, and the tricky posts among them.
@Suite(.enabled(if: Samples.arePresent, "the samples are not here"))
struct RecordSampleTests {
  struct Row: CustomTestStringConvertible {
    var file: String
    var format: String
    var found: Int
    var new: Int
    var embedded = 0
    var testDescription: String { file }

    init(_ file: String, _ format: String, _ found: Int, _ new: Int, embedded: Int = 0) {
      (self.file, self.format, self.found) = (file, format, found)
      (self.new, self.embedded) = (new, embedded)
    }
  }

  static let rows = [
    Row("x-api-v1/stocknet", "x-api-v1", 2461, 1398, embedded: 185),
    Row("x-api-v1/python-twitter/get_search_raw.json", "x-api-v1", 100, 100, embedded: 76),
    Row("x-api-v1/python-twitter/lines.json", "x-api-v1", 72, 71, embedded: 8),
    Row("x-api-v1/twitter-ruby/premium_search_emoji.json", "x-api-v1", 100, 100, embedded: 29),
    Row("x-api-v1/twitter-ruby/track_streaming.json", "x-api-v1", 2, 1),
    Row("x-api-v1/twitwi/tweet-export.csv", "csv", 4, 4),
    Row("x-api-v1/twitwi/tweet-export.jsonl", "json", 4, 4),
    Row("x-api-v2/twarc-csv/brexit.jsonl", "x-api-v2", 100, 100, embedded: 55),
    Row("x-api-v2/twarc-csv/noflat.jsonl", "x-api-v2", 100, 100, embedded: 64),
    Row("x-api-v2/twitwi/payload-v2.json", "x-api-v2", 10, 10, embedded: 5),
    Row("x-web-graphql/twscrape/_issue_28_1.json", "x-web", 2, 2, embedded: 2),
    Row("x-web-graphql/twscrape/raw_tweet_details.json", "x-web", 37, 37),
    Row("x-web-graphql/twscrape/raw_community_tweets.json", "x-web", 20, 20, embedded: 4),
    Row("snscrape/bitcoin-old-schema.jsonl", "snscrape", 10, 10),
    Row("snscrape/pandas_elonmusk_small.csv", "csv", 362, 362),
    Row("x-bookmarks/bookmarks_extension_ja.csv", "x-bookmarks", 100, 100),
    Row("stocktwits/collector/raw_head100.jsonl", "stocktwits", 100, 96),
    Row("stocktwits/pystocktwits/multi.csv", "stocktwits", 180, 140),
    Row("twint/elonmusk_twint_italian_tz_head.csv", "twint", 59, 59),
    Row("reddit/praw/TestSubredditListings.test_hot.00.json", "reddit", 102, 102),
    Row("reddit/praw/TestCommentForest.test_replace__all_large.00.json", "reddit", 486, 486),
    Row("hackernews/algolia_front_page.json", "hacker-news", 30, 30),
    Row("telegram/tkonverter/result.json", "telegram", 18, 18),
    Row("telegram/tkonverter/result_group.json", "telegram", 19, 19),
    Row("discord/chat-analytics/SV_5A_5M.json", "discord", 5, 4),
    Row("mastodon/philhawksworth/outbox.json", "activitypub", 190, 190),
    Row("mastodon/api/test_entity_quote.00.json", "mastodon", 1, 1, embedded: 1),
    Row("bluesky/scraped_flat.json", "bluesky", 182, 91),
    Row("bluesky/granary/quote.bsky.json", "bluesky", 1, 1, embedded: 1),
    Row("hypothesis/api_annotation_2014.json", "hypothesis", 1, 1),
    Row("rss/RSParser/ScriptingNews.json", "rss-in-json", 50, 50),
    Row("rss/RSParser/DaringFireball.json", "json-feed", 48, 48),
    Row("readwise/readwise_head.csv", "readwise", 199, 199),
    Row("pocket/pocket_head.csv", "pocket", 99, 99),
  ]

  @Test(arguments: rows)
  func `a sample holds as many posts as it should`(row: Row) throws {
    let box = try ImportSandbox()
    let report = try importing(
      [Source(path: Samples.path(row.file))], options: ImportOptions(now: box.now),
      into: box.notebook
    ).report
    let file = try #require(report.files.first)
    #expect(file.refusal == nil && file.format == row.format)
    #expect([file.found, file.new, file.embedded] == [row.found, row.new, row.embedded])
  }

  @Test(arguments: [
    ("x-api-v2/twarc-csv/users.jsonl", "96 users"),
    ("x-api-v2/twarc-csv/counts.jsonl", "169 counts of posts"),
    ("x-api-v2/twarc-csv/lists.jsonl", "6 lists of accounts"),
    ("x-api-v2/twarc-csv/tweets_compliance.jsonl", "2 notices of compliance"),
    ("bluesky/atproto-py/get_follows.json", "6 users"),
    ("bluesky/granary/follow.bsky.json", "1 follow"),
    ("hypothesis/w3c_anno31.json", "1 W3C annotation"),
  ])
  func `what holds no posts is called by its name`(name: String, words: String) throws {
    let box = try ImportSandbox()
    let report = try importing(
      [Source(path: Samples.path(name))], options: ImportOptions(now: box.now), into: box.notebook
    ).report
    #expect(report.files.first?.refusal?.message.contains("holds \(words), no posts") == true)
  }

  private func posts(_ name: String) throws -> [Post] {
    let source = try Source(path: Samples.path(name))
    var intake = Intake()
    let options = ImportOptions(now: Instant(seconds: 1_760_000_000))
    try Importers.detect(source).read(source, options: options, into: &intake)
    return intake.posts
  }

  // MARK: Tricky posts

  @Test func `a cut repost shows the words of its original, with links that lead somewhere`() throws
  {
    let post = try #require(
      posts("x-api-v1/stocknet/AAPL/2014-09-09.jsonl").first { $0.id == "x-509424170971959296" })
    #expect(post.repostOf?.hasPrefix("x-") == true && post.state == nil)
    #expect(post.text.contains("S&P 500") && !post.text.hasPrefix("RT @"))
    #expect(!post.text.contains("…") && !post.text.contains("&amp;"))
  }

  @Test func `one repost under three tickers is one post with three sources`() throws {
    let box = try ImportSandbox()
    let id = "x-468993475351162880"
    for ticker in ["AMZN", "FB", "GOOG"] {
      let source = try Source(path: Samples.path("x-api-v1/stocknet/\(ticker)/2014-05-21.jsonl"))
      let line = try #require(source.head.split(separator: 0x0A).first)
      try box.take([Source(name: ticker + ".jsonl", bytes: Array(line))])
    }
    let post = try #require(box.posts[id])
    #expect(post.via.count == 3 && box.posts[id + "~2"] == nil)
    #expect(post.repostOf == "x-468906743813402624")
  }

  @Test func `a rapper's dollars are no ticker`() throws {
    let posts = try posts("x-api-v1/stocknet/D/2015-07-01.jsonl").prefix(2)
    #expect(posts.count == 2)
    for post in posts {
      let kinds = Entity.all(in: Array(post.text.unicodeScalars)).map(\.kind)
      #expect(!kinds.contains(.cashtag))
    }
  }

  @Test func `a notice of X never replaces the text it stands for`() throws {
    let folder = "x-api-v2/twarc-csv/media_policy_violation_"
    let id = "x-1392220189706657804"
    let notice = try #require(posts(folder + "on.jsonl").first { $0.id == id })
    #expect(notice.state == "placeholder")
    for order in [["on", "off"], ["off", "on"]] {
      let box = try ImportSandbox()
      for name in order { try box.take([Source(path: Samples.path(folder + name + ".jsonl"))]) }
      let post = try #require(box.posts[id])
      #expect(post.state == nil && !XText.isPlaceholder(post.text))
      #expect(box.posts[id + "~2"] == nil)
    }
  }

  @Test func `seven posts are read before the line that breaks off`() throws {
    let box = try ImportSandbox()
    let source = try Source(
      path: Samples.path("x-api-v2/twarc-csv/streaming_output_with_error.jsonl"))
    let report = try importing([source], options: ImportOptions(now: box.now), into: box.notebook)
      .report
    #expect(report.new == 7)
    #expect(report.files.first?.skipped.map(\.place?.line) == [8])
  }

  @Test func `the time of a post is in its id, whatever the zone of the table`() throws {
    let post = try #require(
      posts("twint/elonmusk_twint_italian_tz_head.csv").first { $0.id == "x-1313585050273931264" })
    #expect(post.posted?.description == "2020-10-06T21:00:55Z")
  }

  @Test func `a long bookmark is the note, with its padding and fences`() throws {
    let post = try #require(
      posts("x-bookmarks/bookmarks_extension_ja.csv").first { $0.id == "x-2001249186914992139" })
    #expect(post.text.unicodeScalars.count == 1_088)
    #expect(post.text.contains("```") && post.text.contains("\u{3000}\u{3000}"))
  }

  @Test func `counts of shifted columns are not taken`() throws {
    let posts = try posts("finance-csv/xcom_scrapper_nifty.csv")
    #expect(posts.count == 131)
    #expect(posts[0].likes == nil)
  }

  @Test func `references and addresses of StockTwits are what the author wrote`() throws {
    let posts = try posts("stocktwits/collector/raw_head100.jsonl")
    let first = try #require(posts.first { $0.id == "st-654916707" })
    #expect(first.text.contains("&m=true&utm_source") && first.labels.contains("bullish"))
    #expect(first.links.first?.contains("&amp;") == false)
    #expect(posts.filter { $0.id == "st-654916051" }.count == 2)
    #expect(posts.allSatisfy { !$0.text.contains("&#39;") })
  }

  @Test func `ids and dates of X agree`() throws {
    for name in ["x-api-v1/python-twitter/lines.json", "x-api-v2/twarc-csv/kpop.jsonl"] {
      for post in try posts(name) {
        #expect(post.posted.map(\.seconds) == Snowflake.instant(of: post.id.dropFirst(2))?.seconds)
      }
    }
  }
}
