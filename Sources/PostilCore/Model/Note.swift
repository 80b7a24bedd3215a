/// What the reader thinks: a margin on one post, or a free note (`notes/`).
public struct Note: Hashable, Sendable {
  /// The file's base name; `on-<post id>` for a margin.
  public var id: String
  public var title: String?
  /// The post whose margin this is.
  public var post: String?
  public var tags: [String] = []
  public var text: String = ""

  public init(id: String) {
    self.id = id
  }

  /// The base name of the margin of a post.
  public static func marginID(of post: String) -> String { "on-" + post }

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
  public var aliases: [String] = []
  /// Definition, when to use it and when not: Markdown.
  public var text: String = ""

  public init(name: String) {
    self.name = name
  }
}
