import PostilCore

/// Markdown files whose front matter says who wrote them, where and when.
///
/// The body stays as it is. Posts of another notebook are such files too.
enum MarkdownFiles: Importer {
  static let name = "markdown"
  static let summary = "A Markdown file with front matter."
  static let example = "postil import Clippings/"

  static func recognises(_ source: Source) -> Bool {
    guard
      source.head.starts(with: Array("---".utf8))
        || source.head.starts(with: TextLines.mark + Array("---".utf8))
    else { return false }
    let document = Document(DecodedText(source.head).bytes.string)
    return document.problem == nil
      && document.entries.contains { names.contains(RecordField.normalised($0.key)) }
  }

  /// Names that make front matter that of a post, and not the rules between pasted ones.
  private static let names = Set(RecordField.allCases.flatMap(\.aliases) + ["kind", "tags"])

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    try read(source, via: source.label, options, into: &intake)
  }

  private static func read(
    _ file: Source, via: String, _ options: ImportOptions, into intake: inout Intake
  ) throws(Problem) {
    let decoded = DecodedText(try file.whole())
    if let warning = decoded.warning { intake.warn(warning, at: file.place()) }
    let document = Document(decoded.bytes.string)
    if let problem = document.problem {
      intake.skip(problem.message, at: file.place(problem.place?.line))
      return
    }
    guard !document.entries.isEmpty else {
      intake.skip("no front matter", at: file.place(1))
      return
    }
    let kind = document["kind"]
    guard kind == nil || kind == .scalar(RecordKind.post.rawValue) else {
      intake.skip("a record of another kind than a post", at: file.place(1))
      return
    }
    if kind != nil, case .scalar(let id)? = document["id"], Layout.isID(id),
      var post = try? PostFile.read(document, path: id + ".md")
    {
      if !post.via.contains(via) { post.via.append(via) }
      try intake.add(post)
      return
    }
    let body = PostFile.text(of: document)
    if let thread = MarkdownThread(body) {
      var earlier: [Post] = []
      for part in thread.parts {
        guard var post = post(of: document, part.text, at: part.url, via: via, options) else {
          intake.skip("a post of a thread without text: \(part.url)", at: file.place())
          continue
        }
        if let before = earlier.last, let first = earlier.first {
          post.replyTo = before.id
          post.thread = first.id
        }
        earlier.append(post)
        try intake.add(post)
      }
      return
    }
    guard let post = post(of: document, body, via: via, options) else {
      intake.skip("no text below the front matter", at: file.place(1))
      return
    }
    try intake.add(post)
  }

  /// The post that front matter and a body make; in a thread it has an address of its own.
  private static func post(
    of document: Document, _ body: String, at url: String? = nil, via: String,
    _ options: ImportOptions
  ) -> Post? {
    var columns: [String] = []
    var fields: [String] = []
    var tags: [String] = []
    for entry in document.entries {
      switch entry.value {
      case .scalar(let words):
        columns.append(RecordField.normalised(entry.key))
        fields.append(words)
      case .list(let words) where entry.key.lowercased() == "tags": tags = words
      default: break
      }
    }
    let record = MarkdownThread.record(columns, fields, at: url)
    guard var post = RecordPost(record, body: body, via: via)?.post else {
      return nil
    }
    post.labels += tags
    post.fill(options)
    if post.id.isEmpty { post.identify(markdown: post.url) }
    return post
  }
}

extension Collection<UInt8> {
  /// The text that these bytes of UTF-8 are.
  var string: String { String(decoding: self, as: UTF8.self) }
}
