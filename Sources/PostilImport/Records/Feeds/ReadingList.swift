import PostilCore

/// Tables of what people saved to read: titles and addresses, and no words of the pages.
enum ReadingList: RecordFormat {
  static let name = "reading-list"
  static let summary =
    "Saved pages as CSV: Readwise Reader, Instapaper, Raindrop, Reddit."
  static let example = "postil import saved_posts.csv"

  static func recognises(_ record: JSONValue) -> Bool {
    kinds.contains { record.has($0.address) && $0.others.allSatisfy { record.has($0) } }
      || isOfReddit(record)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    if isOfReddit(record) {
      guard let address = record["permalink"]?.text.flatMap(RedditAddress.init) else {
        return yield.skip("no address of a post or comment")
      }
      return yield.add(address.stub)
    }
    guard
      let kind = kinds.first(where: { kind in
        record.has(kind.address) && kind.others.allSatisfy { record.has($0) }
      }), let address = record[kind.address]?.text
    else { return yield.skip("a page without an address") }
    guard WebAddress.isWeb(address) else {
      return yield.skip("“\(address.prefix(60))” leads to no page")
    }
    let title = record[kind.title]?.text
    let post = SavedPage.post(
      address, title: title == address || title?.isEmpty == true ? nil : title,
      saved: kind.saved.flatMap { record[$0]?.words }, tags: kind.tags.flatMap { tags(record[$0]) })
    yield.add(post)
    guard let note = kind.note.flatMap({ record[$0]?.text }), !LooseRecord.isNothing(note) else {
      return
    }
    yield.annotate(Annotation(key: post.id, post: post.id, words: note, tags: [], written: nil))
  }

  /// `id,permalink`, as Reddit gives people what they saved; with a direction they are votes.
  private static func isOfReddit(_ record: JSONValue) -> Bool {
    record.has("id", "permalink") && record.members.count == 2
      && (record["permalink"]?.text).map { $0.isEmpty || RedditAddress($0) != nil } == true
  }

  /// Words with commas between them, or a list as Python writes it.
  private static func tags(_ value: JSONValue?) -> [String] {
    guard let value else { return [] }
    let words =
      value.elements.isEmpty
      ? (value.text ?? "").split(separator: ",").map(String.init)
      : value.elements.compactMap(\.text)
    return words.map { TrimmedText.both(of: $0) }.filter { !$0.isEmpty }
  }

  /// What the columns of a program are called.
  private struct Kind {
    let address: String
    let title: String
    let saved: String?
    let tags: [String]
    var note: String?
    /// What tells the program from others.
    let others: [String]
  }

  private static let kinds = [
    Kind(
      address: "URL", title: "Title", saved: "Saved date", tags: ["Document tags"],
      others: ["Title", "Saved date", "Document tags"]),
    Kind(
      address: "URL", title: "Title", saved: "Timestamp", tags: ["Folder", "Tags"],
      others: ["Title", "Selection", "Folder", "Timestamp"]),
    Kind(
      address: "url", title: "title", saved: "created", tags: ["folder", "tags"], note: "note",
      others: ["title", "excerpt", "folder", "created"]),
  ]
}
