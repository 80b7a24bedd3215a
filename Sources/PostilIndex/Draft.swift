import GRDB
import PostilCore

/// What the index keeps of one file, worked out away from the database.
struct Draft: Sendable {
  struct Reference: Hashable {
    enum Kind: String {
      case link, thread, reply, quote
    }

    var kind: Kind
    var target: String
  }

  /// What puts a post into one group with others that carry the same.
  struct Tie: Hashable {
    /// Letters: nearly every post has a tie, and the tables repeat them.
    enum Kind: String {
      /// What it says (`SameWords`), and the post that it repeats.
      case words = "w"
      case original = "o"
      /// The post that it answers, and the thread that it says it belongs to.
      case answered = "a"
      case thread = "t"
    }

    var kind: Kind
    /// The name of a post, or a number for what is said.
    var key: DatabaseValue

    init(_ kind: Kind, _ key: some DatabaseValueConvertible) {
      self.kind = kind
      self.key = key.databaseValue
    }
  }

  var stamp: Notebook.Stamp
  /// The base name of the file.
  var name: String
  var kind: RecordKind
  var problem: String?
  /// The post on which it hangs, by the name of its first capture.
  var base: String?
  var post: Post?
  var claim: Claim?
  var definition: TagDefinition?
  var tags: [String] = []
  var tickers: Set<String> = []
  var references: Set<Reference> = []
  var ties: Set<Tie> = []
  var entities: Set<NamedEntity> = []
  var numbers: Set<Number> = []
  /// What else the front matter of a post says.
  var front: Front?
  /// The text of a saved query.
  var query: String?
  /// What is found by words; nil when nothing is.
  var text: (title: String, names: String, body: String)?

  /// Reads a file; one that cannot be read keeps its place, with its raw text.
  init?(_ stamp: Notebook.Stamp, of reader: inout Notebook.Reader) {
    guard let kind = Layout.kind(of: stamp.path) else { return nil }
    self.stamp = stamp
    self.kind = kind
    name = Layout.id(of: stamp.path)
    var raw: String?
    do {
      let text = try reader.textOfRecord(at: stamp.path)
      raw = text
      let document = Document(text)
      switch try AnyRecord.read(document, path: stamp.path) {
      case .post(let post): take(post, document)
      case .claim(let claim): take(claim)
      case .note(let note): take(note)
      case .tag(let tag): take(tag)
      case .query(_, let query, let text):
        self.query = query
        link(text)
      }
    } catch {
      problem = error.description
      takeRaw(raw ?? error.description)
    }
  }

  /// Reads a single file.
  init?(_ stamp: Notebook.Stamp, of notebook: Notebook) {
    var reader = Notebook.Reader(notebook)
    self.init(stamp, of: &reader)
  }

  /// Reads files in their order; those of no kind are left out.
  static func all(_ stamps: some Sequence<Notebook.Stamp>, of notebook: Notebook) -> [Draft] {
    var reader = Notebook.Reader(notebook)
    return stamps.compactMap { Draft($0, of: &reader) }
  }

  private mutating func take(_ post: Post, _ document: Document) {
    base = Layout.firstCapture(of: name)
    self.post = post
    self.post?.text = ""
    text = (
      post.title ?? "", [post.author, post.name].compactMap(\.self).joined(separator: " "),
      post.text
    )
    let scalars = Array(post.text.unicodeScalars)
    let title = post.title.map { Array(($0 + "\n").unicodeScalars) } ?? []
    takeFacts(of: post, title.isEmpty ? scalars : title + scalars, document)
    refer(.thread, post.thread)
    refer(.reply, post.replyTo)
    refer(.quote, post.quotes)
    tie(post, scalars)
  }

  /// A repost belongs to no thread, and an answer only to that of the post it answers: the same
  /// `thread:` may span a whole conversation.
  private mutating func tie(_ post: Post, _ scalars: [Unicode.Scalar]) {
    let base = { (written: String) in Layout.firstCapture(of: Name.target(written)) }
    if let key = SameWords.key(of: scalars), let mark = UInt64(key, radix: 16) {
      ties.insert(Tie(.words, Int64(bitPattern: mark)))
    }
    if let original = post.repostOf {
      // Some archives know only who is repeated.
      let original = base(original)
      if Layout.isID(original) { ties.insert(Tie(.original, original)) }
    } else if let answered = post.replyTo {
      ties.insert(Tie(.answered, base(answered)))
    } else if let thread = post.thread {
      ties.insert(Tie(.thread, base(thread)))
    }
  }

  private mutating func take(_ claim: Claim) {
    base = claim.post.map { Layout.firstCapture(of: Name.target($0)) }
    self.claim = claim
    tags = claim.tags
    let said =
      claim.quotes + [claim.test ?? ""] + claim.evidence.compactMap(\.words)
      + claim.history.compactMap(\.words) + [claim.notes]
    text = (claim.title ?? "", "", said.joined(separator: "\n"))
    let own = [claim.title, claim.test].compactMap(\.self) + claim.quotes
    for words in own { takeNumbers(of: Array(words.unicodeScalars)) }
    for target in claim.from + claim.evidence.map(\.target) + [claim.same].compactMap(\.self)
    where !target.contains("://") {
      references.insert(Reference(kind: .link, target: Name.target(target)))
    }
    link(said.joined(separator: "\n"))
  }

  private mutating func take(_ note: Note) {
    base = (note.post.map(Name.target) ?? Name.post(ofMargin: name)).map(Layout.firstCapture)
    tags = note.tags
    text = (note.title ?? "", "", note.text)
    link(note.text)
  }

  private mutating func take(_ tag: TagDefinition) {
    definition = tag
    link(tag.text)
  }

  private mutating func takeRaw(_ raw: String) {
    switch kind {
    case .post:
      base = Layout.firstCapture(of: name)
      post = Post(id: name, text: "")
    case .note:
      base = Name.post(ofMargin: name).map(Layout.firstCapture)
    case .claim, .tag, .query:
      break
    }
    text = ("", "", raw)
  }

  private mutating func refer(_ kind: Reference.Kind, _ written: String?) {
    guard let written, !written.isEmpty else { return }
    references.insert(Reference(kind: kind, target: Layout.firstCapture(of: Name.target(written))))
  }

  private mutating func link(_ text: String) {
    for link in Link.all(in: text) {
      references.insert(Reference(kind: .link, target: Layout.id(of: link.id)))
    }
  }
}
