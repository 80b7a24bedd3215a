import PostilCore

extension Post {
  /// Makes it the post on X that an address names; what the id tells about its time goes first.
  mutating func identify(on status: StatusURL) {
    identify(x: status.id, handle: status.handle)
  }

  /// Makes it the post on X with an id; a snowflake's time is the truth about when it was posted.
  mutating func identify(x number: String, handle: String?) {
    id = "x-" + number
    platform = "x"
    if author == nil, let handle { author = "@" + handle }
    let known = handle ?? author.flatMap { $0.hasPrefix("@") ? String($0.dropFirst()) : nil }
    url = StatusURL.canonical(id: number, handle: known)
    guard let instant = Snowflake.instant(of: number) else { return }
    posted = .instant(instant)
    postedRaw = nil
    postedPrecision = nil
  }
}

extension Post {
  /// Gives it an id made of what it says: platform, author, time and words.
  ///
  /// White space and short links do not count, because programs that copy posts change them.
  mutating func identifyByContent() {
    id = "p-" + Self.hash(contentIdentity)
  }

  /// The same for a Markdown file; one with an address is known by it, whatever becomes of its text.
  mutating func identify(markdown address: String?) {
    key = address
    id = "md-" + Self.hash(address.map { [$0] } ?? contentIdentity)
  }

  private var contentIdentity: [String] {
    [
      platform ?? "", author?.lowercased() ?? "", posted?.description ?? postedRaw ?? "",
      Self.normalised(text),
    ]
  }

  private static func normalised(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace || $0 == "⏎" }
      .filter { !Substring($0).hasPrefix("https://t.co/") }
      .map { String($0) }.joined(separator: " ")
  }

  /// 16 hex digits: of a million posts, two have the same one time in 37 million.
  static func hash(_ parts: [String]) -> String {
    String(ContentHash.sha256(of: parts.joined(separator: "\0")).prefix(16))
  }
}
