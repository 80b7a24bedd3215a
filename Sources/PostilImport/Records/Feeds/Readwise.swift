import PostilCore

/// Highlights as Readwise exports them.
enum Readwise: RecordFormat {
  static let name = "readwise"
  static let summary = "Readwise: CSV of highlights."
  static let example = "postil import readwise-data.csv"

  static func recognises(_ record: JSONValue) -> Bool {
    record.has("Highlight", "Book Title", "Book Author")
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    guard let text = record["Highlight"]?.text else {
      yield.skip("a highlight without text")
      return
    }
    var post = Post(id: "", text: text)
    post.platform = "web"
    post.title = record["Book Title"]?.text
    post.author = record["Book Author"]?.text
    if let date = record["Highlighted at"]?.text { post.date(DateReader.read(date)) }
    post.links = PlainLinks.found(in: text)
    if let color = record["Color"]?.text { post.labels.append(color) }
    let tags =
      (record["Tags"]?.text ?? "").split(separator: ",")
      + (record["Document tags"]?.text ?? "").split(separator: ",")
    post.identifyByContent()
    yield.add(post)
    let note = record["Note"]?.text ?? ""
    // A note of Readwise may be nothing but tags, `.tag`.
    guard !note.isEmpty || !tags.isEmpty else { return }
    yield.annotate(
      Annotation(
        key: post.id, post: post.id, words: note, tags: tags.map(String.init),
        written: post.posted.flatMap { if case .instant(let instant) = $0 { instant } else { nil } }
      ))
  }
}
