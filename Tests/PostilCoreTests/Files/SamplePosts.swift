@testable import PostilCore

/// Posts for the tests of files.
enum SamplePosts {
  /// A post in which every key is set.
  static var full: Post {
    var post = Post(id: "x-1985352791846887765", text: "🧵 Gross margin was 73.4%…\n\n$VLTA up\n")
    post.key = "1985352791846887765"
    post.platform = "X"
    post.author = "@volta_grid"
    post.name = "Volta: Grid"
    post.title = "ON"
    post.posted = Moment("2025-11-03T11:30:12Z")
    post.postedRaw = "Nov 3"
    post.postedPrecision = "minute"
    post.url = "https://example.com/volta/status/1985352791846887765"
    post.captured = Instant("2025-11-22T09:10:02Z")
    post.via = ["archive.zip#data/tweets.js:812", "again.zip"]
    post.replyTo = "x-1"
    post.thread = "x-2"
    post.part = "1/7"
    post.quotes = "x-3"
    post.repostOf = "https://example.com/other"
    post.links = ["https://example.com/a#b", "https://example.com/a#b"]
    post.media = ["photo.jpg"]
    post.likes = 12
    post.reposts = 0
    post.replies = 3
    post.quotesCount = 1
    post.views = 100_000
    post.lang = "no"
    post.state = "truncated"
    post.visibility = "public"
    post.labels = ["a", "1"]
    post.sha256 = Post.digest(of: post.text)
    return post
  }

  static func plain(_ id: String = "x-1", _ text: String, on day: String = "2025-11-03") -> Post {
    var post = Post(id: id, text: text)
    post.author = "@volta_grid"
    post.posted = Moment(day)
    post.sha256 = Post.digest(of: text)
    return post
  }
}
