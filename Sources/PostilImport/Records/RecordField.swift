import PostilCore

/// What a record of a post can say, and what programs call it.
///
/// One table for JSON and CSV. Names are compared without case and punctuation; a dot leads into a
/// nested object. Of several names that a record has, the first with a usable value is taken.
enum RecordField: CaseIterable {
  case id, text, date, handle, name, url, title, likes, reposts, replies, quotesCount, views
  case lang, replyTo, thread, quotes, sentiment

  var aliases: [String] {
    switch self {
    case .id:
      ["idstr", "tweetid", "statusid", "restid", "id", "objectid", "postid", "messageid"]
    case .text:
      [
        "notetweettext", "notetweet.text", "extendedtweet.fulltext", "fulltext", "rawcontent",
        "text", "tweet", "tweettext", "content", "body", "message", "msgs", "posttext", "post",
        "selftext", "highlight", "caption", "commenttext",
        "tweetcontent", "tweetbody", "postcontent", "postbody", "statustext", "messagetext",
      ]
    case .date:
      [
        "timestamputc", "createdat", "tweetedat", "datetime", "date", "created", "createdutc",
        "publishedatutc",
        "publishedat", "published", "postedat", "posted", "postdate", "timestamp", "timestampms",
        "time", "tweetdate", "postedon", "dateposted", "datepublished", "publishdate",
        "publishedon",
        "publicationdate", "tweettime", "posttime",
      ]
    case .handle:
      [
        "screenname", "userscreenname", "handle", "userhandle", "user.screenname", "user.username",
        "author.username",
        "author.screenname", "username", "authorusername", "authorhandle", "user.handle",
        "author.handle", "user", "author", "writer", "bookauthor",
        "twitterhandle",
      ]
    case .name:
      [
        "displayname", "user.displayname", "user.name", "author.displayname", "author.name",
        "authorname", "name", "postedby", "username", "author", "fullname",
      ]
    case .url:
      [
        "tweeturl", "posturl", "permalink", "url", "link", "sourceurl", "source", "tweetlink",
        "postlink", "statusurl", "statuslink",
      ]
    case .title: ["title", "booktitle"]
    case .likes:
      [
        "favoritecount", "likecount", "likescount", "likes", "likes.total", "favouritescount",
        "publicmetrics.likecount", "nlikes", "likenum",
      ]
    case .reposts:
      [
        "retweetcount", "retweetscount", "retweets", "repostcount", "reposts", "resharecount",
        "publicmetrics.retweetcount", "nretweets", "retweetnum",
      ]
    case .replies:
      [
        "replycount", "repliescount", "replies", "conversation.replies",
        "publicmetrics.replycount", "nreplies", "commentnum", "commentscount",
      ]
    case .quotesCount: ["quotecount", "publicmetrics.quotecount"]
    case .views: ["viewcount", "viewscount", "views", "impressioncount", "impressions"]
    case .lang: ["lang", "language"]
    case .replyTo:
      [
        "inreplytostatusidstr", "inreplytotweetidstr", "inreplytostatusid", "inreplytotweetid",
        "inreplyto", "totweetid", "conversation.inreplytomessageid",
      ]
    case .thread: ["conversationidstr", "conversationid", "conversation.parentmessageid"]
    case .quotes:
      [
        "quotedstatusidstr", "quotedstatus.idstr", "quotedstatusid", "quotedtweet.idstr",
        "quotedtweet.id", "quotedid",
      ]
    case .sentiment: ["entities.sentiment.basic", "sentiment"]
    }
  }

  /// A name without case and punctuation; `Tweet Id` and `tweet_id` are one.
  static func normalised(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || "0"..."9" ~= $0
        }))
  }
}
