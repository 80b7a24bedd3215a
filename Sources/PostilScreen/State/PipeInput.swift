/// What a command of the shell is given to read: words, posts or claims.
public struct PipeInput: Hashable, Sendable {
  /// How it is written.
  public enum Form: String, Sendable {
    case text, json
  }

  /// Ids of posts, the one under the cursor or the marked ones.
  public var posts: [String]
  /// Ids of claims, in place of whole posts.
  public var claims: [String] = []
  /// The selected words, in place of the whole post.
  public var words: String?
  /// How it is written.
  public var form = Form.text
  /// What the person typed.
  public var command = ""

  /// Posts, as text.
  public init(posts: [String]) {
    self.posts = posts
  }

  /// Whether the command needs the terminal for itself: pagers, editors, and what `tty` stands before.
  public var needsTerminal: Bool {
    let words = lastStage
    return words.first.map { $0 == "tty" || Self.fullScreen.contains($0) } ?? false
  }

  /// The command for the shell, without the word `tty`.
  public var script: String {
    let trimmed = command.drop { $0 == " " }
    return trimmed.hasPrefix("tty ") ? String(trimmed.dropFirst(4)) : String(trimmed)
  }

  /// What is given, in words: `3 posts`, `the words`.
  var title: String {
    if words != nil { return "the words" }
    if !claims.isEmpty { return plural(claims.count, "claim") }
    return posts.count == 1 ? "the post" : plural(posts.count, "post")
  }

  private var lastStage: [String] {
    let whole = command.split(separator: " ").map(String.init)
    if whole.first == "tty" { return ["tty"] }
    let last = command.split(separator: "|").last ?? ""
    return last.split(separator: " ").map { word in
      word.split(separator: "/").last.map(String.init) ?? String(word)
    }
  }

  private static let fullScreen: Set = [
    "less", "more", "most", "view", "vi", "vim", "nvim", "nano", "emacs", "mg", "kak", "hx",
    "helix", "micro", "joe", "ne", "vd", "visidata", "fzf", "sk", "glow", "man",
  ]
}
