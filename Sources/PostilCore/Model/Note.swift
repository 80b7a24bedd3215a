/// What the reader thinks: a margin on one post, or a free note (`notes/`).
public struct Note: Hashable, Sendable {
  /// The file's base name; `on-<post id>` for a margin.
  public var id: String
  /// The heading it is listed under.
  public var title: String?
  /// The post whose margin this is.
  public var post: String?
  /// Topic tags; those of a margin are the tags of its post.
  public var tags: [String] = []
  /// The body: Markdown.
  public var text: String = ""

  /// An empty note.
  public init(id: String) {
    self.id = id
  }

  /// The base name of the margin of a post.
  public static func marginID(of post: String) -> String { "on-" + post }

  /// A base name made of a title: `Who pays for 3 GW?` is `who-pays-for-3-gw`.
  public static func id(forTitle title: String) -> String {
    let words = Fold.folded(title).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    var id = words.joined(separator: "-").prefix(60)
    while id.last == "-" { id.removeLast() }
    guard let first = id.first else { return "note-" + Post.rev(of: title).prefix(6) }
    return first.isLetter && !id.hasPrefix(marginID(of: "")) ? String(id) : "note-" + id
  }

  /// The tag that is a star.
  public static let star = "starred"
}

/// One tag of the codebook: what it means and how it is reached (`tags/`).
public struct TagDefinition: Hashable, Sendable {
  /// The name with its place in the hierarchy, `power/btm`.
  public var name: String
  /// The letter that picks it in the palette.
  public var key: Character?
  /// A colour role of the theme.
  public var color: String?
  /// Other names that lead to it, from renames.
  public var aliases: [String] = []
  /// Definition, when to use it and when not: Markdown.
  public var text: String = ""

  /// A tag without a definition.
  public init(name: String) {
    self.name = name
  }
}
