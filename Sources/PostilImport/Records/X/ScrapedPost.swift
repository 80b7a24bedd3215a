import PostilCore

/// What snscrape and twscrape, which took its names over, say alike.
enum ScrapedPost {
  /// Takes what a post repeats or quotes, which `read` makes posts of, and how often it was liked.
  static func complete(
    _ post: inout Post, with record: JSONValue, into yield: inout RecordYield,
    read: (JSONValue, inout RecordYield) -> Post?
  ) {
    if let original = read(record["retweetedTweet"] ?? .null, &yield) {
      yield.embed(original)
      post.describeRepost(of: original)
      return
    }
    if let quoted = read(record["quotedTweet"] ?? .null, &yield) {
      yield.embed(quoted)
      post.quotes = quoted.id
    }
    post.describeRepost()
    if post.repostOf == nil {
      post.likes = record.tally("likeCount")
      post.reposts = record.tally("retweetCount")
      post.replies = record.tally("replyCount")
      post.quotesCount = record.tally("quoteCount")
      post.views = record.tally("viewCount")
    }
    post.describeState(isCut: post.state != nil)
  }
}
