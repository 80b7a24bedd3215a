import PostilCore
import Testing

@testable import PostilImport

/// What the same programs write in other versions and at other times.
struct VariantTests {
  private func posts(_ content: String, named name: String = "a.json") throws -> [Post] {
    let box = try ImportSandbox()
    try box.take([Source(name: name, bytes: Array(content.utf8))])
    return box.posts.values.sorted { $0.id < $1.id }
  }

  @Test(arguments: [
    (#"{"feed":[],"cursor":"x"}"#, "1 empty page, no posts"),
    (#"{"hits":[],"nbHits":0,"page":0}"#, "1 empty page, no posts"),
    (#"{"response":{"status":200},"symbol":{"id":1},"messages":[]}"#, "1 empty page, no posts"),
    (#"{"accounts":[],"statuses":[],"hashtags":[]}"#, "1 empty page, no posts"),
    (#"{"meta":{"result_count":0}}"#, "1 empty page, no posts"),
    (#"{"statuses":[],"search_metadata":{"count":15}}"#, "it holds no posts"),
    (#"{"kind":"Listing","data":{"after":null,"children":[]}}"#, "it holds no posts"),
    ("[]", "it holds no posts"), ("\u{FEFF}\r\n", "0 posts: the file is empty"),
    (#"{"error":"InvalidRequest","message":"Profile not found"}"#, "1 error, no posts"),
    (#"{"response":{"status":404},"errors":[{"message":"No symbol"}]}"#, "1 error, no posts"),
    (
      #"{"title":"Unauthorized","type":"about:blank","status":401,"detail":"No"}"#,
      "1 error, no posts"
    ),
    (#"{"data":{"id":"5","name":"Ada","username":"ada"}}"#, "1 user, no posts"),
    (
      #"{"id":"https://m.example/outbox","type":"OrderedCollection","first":"?page=1"}"#,
      "1 collection without its items, no posts"
    ),
  ])
  func `an answer without posts is called what it is`(answer: String, words: String) throws {
    let box = try ImportSandbox()
    let plan = try box.take([Source(name: "a.json", bytes: Array(answer.utf8))])
    #expect(plan.report.exitCode == 2)
    #expect(plan.report.description.contains(words))
    #expect(box.posts.isEmpty)
  }

  @Test(arguments: [
    #"{"id":{"0":1,"1":2},"text":{"0":"tin","1":"zinc"}}"#,
    #"{"id":[1,2],"text":["tin","zinc"]}"#,
    #"{"columns":["id","text"],"index":[0,1],"data":[[1,"tin"],[2,"zinc"]]}"#,
    #"{"1771":{"text":"tin"},"1772":{"text":"zinc"}}"#,
  ])
  func `a table in one object gives a post for each row`(table: String) throws {
    #expect(Set(try posts(table).map(\.text)) == ["tin", "zinc"])
  }

  @Test(arguments: ["(CEST)", "(Mitteleuropäische Sommerzeit)", "(UTC+2)"])
  func `the name of a zone behind its offset changes nothing`(name: String) {
    let date = "Wed, 1 May 2024 12:00:00 +0200"
    let reading = DateReader.read("\(date) \(name)")
    #expect(reading.moment == DateReader.read(date).moment)
    #expect(reading.moment != nil)
    #expect(reading.precision == nil)
  }

  @Test func `posts by their ids are those of X`() throws {
    let status =
      #"{"full_text":"tin","created_at":"Sat Nov 09 12:09:45 +0000 2024","user":{"screen_name":"ada"}}"#
    let found = try posts(#"{"1855221234567890000":\#(status)}"#)
    #expect(found.map(\.id) == ["x-1855221234567890000"])
  }

  @Test func `a line that names the delimiter is no header`() throws {
    let found = try posts(
      "sep=;\r\nDate;Username;Text\r\n2026-05-01;ada;a; b\r\n2026-05-02;ada;c\r\n")
    #expect(found.map(\.text) == ["c"])
    #expect(found.first?.via == ["a.json:4"])
  }

  @Test func `a table of Discord keeps pictures and ids`() throws {
    let found = try posts(
      """
      MessageID,AuthorID,Author,Date,Content,Attachments,Reactions
      "100000000000000001","7","ada#0000","2026-05-01T12:00:00.0000000+00:00","tin, \
      up","https://cdn.example/a.png,https://cdn.example/b.png",""

      """)
    #expect(found.first?.id == "dc-100000000000000001")
    #expect(found.first?.author == "@ada")
    #expect(found.first?.text == "tin, up")
    #expect(found.first?.media == ["https://cdn.example/a.png", "https://cdn.example/b.png"])
  }

  @Test func `what Reddit gives people of their own is theirs on Reddit`() throws {
    let head = "id,permalink,date,ip,subreddit,gildings,"
    let place = "https://www.reddit.com/r/metals/comments/p9/tin/"
    let own = try posts(
      head + "title,url,body\np9,\(place),2026-05-01 12:00:00 UTC,,metals,0,Tin,\(place),up\n")
    #expect(own.map(\.id) == ["rd-t3_p9"])
    #expect(own.first?.text == "Tin\n\nup")
    let answer = try posts(
      head
        + "link,parent,body,media\nc9,\(place)c9/,2026-05-01 12:00:00 UTC,,metals,0,\(place),,no,\n"
    )
    #expect(answer.map(\.id) == ["rd-t1_c9"])
    #expect(answer.first?.thread == "rd-t3_p9")
    #expect(answer.first?.replyTo == "rd-t3_p9")
  }

  @Test func `bookmarks of Twillot and Dewey are posts of X`() throws {
    let id = "1855221234567890000"
    let twillot = try posts(
      """
      [{"id":"bookmark_5_\(id)","tweet_id":"\(id)","full_text":"tin &amp; zinc","lang":"en",
      "media_items":["https://pbs.example/a.jpg"],"screen_name":"ada","username":"Ada",
      "views_count":"120","is_quote":true,"quoted_tweet":"https://x.com/bob/status/1855221234567880000"}]
      """)
    let dewey = try posts(
      """
      Tweet Date,Posted By,Profile URL,Twitter Handle,Tweet URL,Content,Tags,Media
      2024-11-09 12:09:45,Ada,https://x.com/ada,@ada,https://x.com/ada/status/\(id),tin & zinc,,\
      https://pbs.example/a.jpg

      """)
    for post in [twillot.first, dewey.first] {
      #expect(post?.id == "x-" + id)
      #expect(post?.text == "tin & zinc")
      #expect(post?.author == "@ada")
      #expect(post?.name == "Ada")
      #expect(post?.media == ["https://pbs.example/a.jpg"])
    }
    #expect(twillot.first?.quotes == "x-1855221234567880000")
  }

  @Test func `events that are no post, deleted items and private messages are left out`() throws {
    let box = try ImportSandbox()
    let stream =
      #"{"did":"did:plc:a","time_us":1,"kind":"identity","identity":{"did":"did:plc:a"}}"#
    let item = #"{"id":3,"created_at_i":1,"type":"comment","author":null,"text":null}"#
    let status =
      #"[{"uri":"https://m.example/1","content":"<p>hush</p>","visibility":"direct","account":{"acct":"ada"},"spoiler_text":""}]"#
    let words = try [stream, item, status].map { try box.take($0).report.description }
    #expect(words[0].contains("1 event that is no post"))
    #expect(words[1].contains("1 deleted item"))
    #expect(words[2].contains("1 direct message"))
    #expect(box.posts.isEmpty)
  }

  @Test func `pictures of a gallery and charts are media`() throws {
    let reddit = try posts(
      """
      {"kind":"t3","data":{"id":"p2","name":"t3_p2","title":"Tin","selftext":"","created_utc":1,
      "subreddit":"metals","permalink":"/r/metals/comments/p2/tin/",
      "gallery_data":{"items":[{"media_id":"m2"},{"media_id":"m1"}]},"media_metadata":{
      "m1":{"s":{"u":"https://p.example/1.jpg?a=1&amp;b=2"}},"m2":{"s":{"gif":"https://p.example/2"}}}}}
      """)
    #expect(reddit.first?.media == ["https://p.example/2", "https://p.example/1.jpg?a=1&b=2"])
    let chart = try posts(
      """
      {"id":1,"body":"$TIN","symbols":[],"created_at":"2026-05-01T12:00:00Z",
      "entities":{"sentiment":null,"chart":{"thumb":"https://c.example/t","original":"https://c.example/o"}}}
      """)
    #expect(chart.first?.media == ["https://c.example/o"])
  }

  @Test func `an archive without a manifest belongs to its account`() throws {
    let box = try ImportSandbox()
    let id = "1855221234567890000"
    try box.write(
      #"window.YTD.tweets.part0 = [{"tweet":{"id_str":"\#(id)","full_text":"tin"}}]"#,
      to: "in/data/tweets.js")
    try box.write(
      #"window.YTD.account.part0 = [{"account":{"username":"ada","accountDisplayName":"Ada"}}]"#,
      to: "in/data/account.js")
    let report = try box.take([Source(path: box.notebook.root + "/in//")]).report
    #expect(box.posts["x-" + id]?.author == "@ada")
    #expect(box.posts["x-" + id]?.name == "Ada")
    #expect(!report.description.contains("//"))
    #expect(!report.description.contains("manifest"))
  }
}
