import PostilCore

/// The archive that X gives its users: their posts, long notes and likes.
///
/// Nothing but those files and the manifest is ever opened: the rest of an archive holds private
/// messages, contacts and addresses.
enum XArchive: Importer {
  static let name = "x-archive"
  static let summary = "The folder of an X archive: posts, long notes, likes."

  static func recognises(_ source: Source) -> Bool {
    if let folder = source.folder { return XArchiveFolder.isArchive(folder) }
    return XArchiveFile.isArchive(source.head)
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    guard let archive = try XArchiveFolder(source) else {
      throw Problem("this is no X archive", at: source.place())
    }
    let manifest = try archive.manifest()
    if manifest.handle == nil {
      intake.warn(
        "there is no manifest.js, so nobody knows whose archive it is", at: source.place(),
        hint: options.author == nil ? "--author @handle says it" : nil)
    }
    let owner = XArchiveOwner(
      handle: manifest.handle ?? options.author?.drop { $0 == "@" }.description,
      name: manifest.name, captured: manifest.generated)
    var notes = XNotes()
    var tweets: [XTweet] = []
    for file in archive.files {
      var records = try file.records()
      guard records.layout == .array else {
        intake.skip("no list of records", at: file.place())
        continue
      }
      var count = 0
      while let element = try records.next() {
        count += 1
        var liked: Post?
        do throws(JSONReader.Damage) {
          let record = try element.value.get()
          let place = XArchivePlace(file: file, line: element.line)
          switch file.kind {
          case .notes: notes.add(record, place)
          case .likes: liked = try like(record, place, manifest.generated)
          case .tweets: tweets.append(try XTweet(record, owner, place))
          }
        } catch {
          intake.skip(error.reason, at: file.place(element.line))
        }
        if let liked { try intake.add(liked) }
      }
      if let expected = manifest.counts[file.name], expected != count {
        intake.warn(
          "the manifest says \(expected) records, the file has \(count)", at: file.place())
      }
    }
    try XThreads.finish(&tweets, notes: &notes, into: &intake)
  }

  /// A post that the owner liked: its author and, but for the id, its date are not told.
  private static func like(_ record: JSONValue, _ place: XArchivePlace, _ captured: Instant?)
    throws(JSONReader.Damage) -> Post
  {
    let like = record["like"] ?? record
    guard let id = like["tweetId"]?.words, Snowflake.isID(id) else {
      throw JSONReader.Damage(reason: "a like without an id", index: 0)
    }
    var post = Post(id: "", text: HTMLEntities.unescape(like["fullText"]?.text ?? ""))
    post.identify(x: id, handle: nil)
    post.labels = ["liked"]
    post.via = [place.via]
    post.captured = captured
    if post.text.isEmpty { post.state = "placeholder" }
    return post
  }
}

/// Whose archive it is, and of when.
struct XArchiveOwner {
  /// Without `@`.
  var handle: String?
  var name: String?
  var captured: Instant?
}
