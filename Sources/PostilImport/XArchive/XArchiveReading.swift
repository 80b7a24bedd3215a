import PostilCore

/// The reading of one archive.
struct XArchiveReading {
  let owner: XArchiveOwner
  var index = XArchiveIndex()
  private var notes = XNotes()
  private var joined = 0
  private var earlier = 0

  init(owner: XArchiveOwner) {
    self.owner = owner
  }

  /// Goes through a file of posts beforehand.
  mutating func learn(_ file: XArchiveFile) throws(Problem) {
    // What is read twice is counted once.
    var source = file.source
    source.meter = nil
    var records = try XArchiveFile(source, file.kind).records()
    guard records.layout == .array else { return }
    while let element = try records.next() {
      if case .success(let record) = element.value { index.add(record) }
    }
  }

  /// Reads a file and hands its posts over; returns how many records it has, nil without a list.
  mutating func read(_ file: XArchiveFile, into intake: inout Intake) throws(Problem) -> Int? {
    var records = try file.records()
    guard records.layout == .array else { return nil }
    var count = 0
    while let element = try records.next() {
      count += 1
      let place = XArchivePlace(file: file, line: element.line)
      var post: Post?
      do throws(JSONReader.Damage) {
        let record = try element.value.get()
        switch file.kind {
        case .notes: notes.add(record, place)
        case .likes: post = try like(record, place)
        case .articles: post = try XArticle.post(record, owner, place)
        case .tweets, .deleted, .circle: post = try self.post(record, file.kind, place)
        }
      } catch {
        intake.skip(error.reason, at: file.place(element.line))
      }
      if let post { try intake.add(post) }
    }
    if let warning = records.warning { intake.warn(warning, at: file.place()) }
    return count
  }

  private mutating func post(
    _ record: JSONValue, _ kind: XArchiveFile.Kind, _ place: XArchivePlace
  ) throws(JSONReader.Damage) -> Post {
    var tweet = try XTweet(record, owner, place)
    if !tweet.isRepost, let note = notes.take(for: tweet) {
      tweet.join(note)
      joined += 1
    }
    var post = tweet.post
    if let root = index.root(of: tweet.id) { post.thread = "x-" + root }
    if let parent = tweet.parent, let shown = index.newest(of: parent) {
      post.replyTo = "x-" + shown
    }
    let before = index.earlier(than: tweet.id)
    if !before.isEmpty { post.labels += ["edited"] + before.map { "replaces x-" + $0 } }
    if let newest = index.newest(of: tweet.id) {
      // An earlier version stands beside the newest one.
      post.id = "x-" + newest
      post.key = "x-" + tweet.id
      post.labels.append(Post.earlierVersion)
      earlier += 1
    }
    if kind == .deleted { post.labels.append("deleted") }
    if kind == .circle { post.visibility = "circle" }
    return post
  }

  /// A post that the owner liked: its author and, but for the id, its date are not told.
  private func like(_ record: JSONValue, _ place: XArchivePlace) throws(JSONReader.Damage) -> Post {
    let like = record["like"] ?? record
    guard let id = like["tweetId"]?.words, Snowflake.isID(id) else {
      throw JSONReader.Damage(reason: "a like without an id", index: 0)
    }
    var post = Post(id: "", text: HTMLEntities.unescape(like["fullText"]?.text ?? ""))
    post.identify(x: id, handle: nil)
    post.labels = ["liked"]
    post.via = [place.via]
    post.captured = owner.captured
    if post.text.isEmpty { post.state = "placeholder" }
    return post
  }

  /// Says what was joined, and what was left over.
  func finish(into intake: inout Intake) {
    if notes.count > 0 { intake.remark("\(joined) of \(notes.count) long texts restored") }
    for note in notes.left {
      intake.warn("this long text begins like no post of its second", at: note.place.place)
    }
    if earlier > 0 {
      intake.remark(counted(earlier, "earlier version") + " kept beside the newest")
    }
  }
}
