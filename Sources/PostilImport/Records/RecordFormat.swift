package import PostilCore

/// A format whose posts come as records: objects of JSON, or rows of a table.
///
/// A record is one value of the source, however large: a line, an element, or a whole answer of an
/// API with its posts inside. Files mix records, so each is read by the format that knows it.
protocol RecordFormat: Importer {
  /// Whether a record is of this format, judged by its names and never by the source's.
  static func recognises(_ record: JSONValue) -> Bool
  /// Takes the posts out of one record.
  static func read(_ record: JSONValue, into yield: inout RecordYield)
}

/// What was found in one record.
struct RecordYield {
  /// What the source is called in `via`.
  let file: String
  /// The line on which the record begins, counted from 1.
  let line: Int
  private(set) var posts: [Post] = []
  /// Posts that others repeat, quote or answer, and that came along with them.
  private(set) var embedded: [Post] = []
  /// Why something in it is no post.
  private(set) var skipped: [String] = []
  /// How many things were left out on purpose, by what they are: `service message`.
  private(set) var left: [String: Int] = [:]
  /// What should be looked at.
  private(set) var warnings: [String] = []
  /// What the person wrote about a post in the other program.
  private(set) var annotations: [Annotation] = []
  /// Whether the record is the row of a table, all of whose values are text.
  var isTable = false
  /// When the source was asked, for posts that do not say.
  var captured: Instant?

  /// Why nothing more can be read of this source: a library is missing.
  private(set) var failure: Problem?

  init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// Whether the record said anything at all.
  var isEmpty: Bool {
    posts.isEmpty && embedded.isEmpty && skipped.isEmpty && left.isEmpty && warnings.isEmpty
  }

  mutating func add(_ post: Post) {
    posts.append(placed(post, "\(file):\(line)"))
  }

  /// Takes a post that is there for the sake of another.
  ///
  /// Its source is the file and no place in it: hundreds may repeat one post.
  mutating func embed(_ post: Post?) {
    guard let post, !post.id.isEmpty else { return }
    embedded.append(placed(post, file + Post.embeddedMark))
  }

  /// The text of a piece of HTML with its links; the empty text when libxml2 is missing.
  mutating func text(ofHTML html: String, base: String? = nil) -> (words: String, links: [String]) {
    do throws(Problem) {
      let text = try HTMLText(html, base: base)
      return (text.text, text.links)
    } catch {
      failure = error
      return ("", [])
    }
  }

  mutating func skip(_ reason: String) { skipped.append(reason) }

  mutating func leaveOut(_ what: String, _ count: Int = 1) {
    if count > 0 { left[what, default: 0] += count }
  }

  mutating func warn(_ words: String) { warnings.append(words) }

  mutating func annotate(_ annotation: Annotation) { annotations.append(annotation) }

  private func placed(_ post: Post, _ place: String) -> Post {
    var post = post
    post.via = [place]
    post.captured = post.captured ?? captured
    return post
  }
}

extension Post {
  /// What stands behind the source of a post that came along inside another.
  static let embeddedMark = "#embedded"

  /// Whether nobody collected it: it came along inside posts that repeat, quote or answer it.
  package var isEmbedded: Bool {
    !via.isEmpty && via.allSatisfy { $0.hasSuffix(Self.embeddedMark) }
  }
}
