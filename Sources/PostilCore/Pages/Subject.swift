/// What a page can be about: a ticker, an author, or a tag with those below it.
public enum Subject: Hashable, Sendable, Codable {
  /// In capitals, without its `$`.
  case ticker(String)
  /// The handle with its `@`, or whatever name the source gave.
  case author(String)
  /// The name with its place in the hierarchy, without a `#`.
  case tag(String)

  /// What a sign says: `$NWND`, `@ada`, `#power`, or `ticker:`, `author:`, `tag:` before the name; nil
  /// for a word without a sign, see `readings(of:)`.
  public init?(_ typed: String) {
    let text = String(typed.drop(while: \.isWhitespace))
    func rest(after sign: String) -> String? {
      guard text.lowercased().hasPrefix(sign), text.count > sign.count else { return nil }
      return String(text.dropFirst(sign.count))
    }
    if let name = rest(after: "ticker:") ?? rest(after: "$") {
      self = .ticker((name.hasPrefix("$") ? String(name.dropFirst()) : name).uppercased())
    } else if let name = rest(after: "author:") {
      self = .author(name)
    } else if rest(after: "@") != nil {
      self = .author(text)
    } else if let name = rest(after: "tag:") ?? rest(after: "#") {
      self = .tag(name.hasPrefix("#") ? String(name.dropFirst()) : name)
    } else {
      return nil
    }
  }

  /// What a typed name can mean, the likeliest first: a word without a sign is a tag, else a ticker
  /// (a shell eats the `$`), else an author.
  public static func readings(of typed: String) -> [Subject] {
    if let subject = Subject(typed) { return [subject] }
    let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return [] }
    return [.tag(words), .ticker(words.uppercased()), .author(words)]
  }

  /// With its sign: `$NWND`, `@ada`, `#power/btm`; an author without a handle has none.
  public var name: String {
    switch self {
    case .ticker(let name): "$" + name
    case .author(let name): name
    case .tag(let name): "#" + name
    }
  }

  /// As it can be typed so that only this subject is meant, `author:Harbor Wire`.
  public var typed: String {
    guard case .author(let name) = self, !name.hasPrefix("@") else { return name }
    return "author:" + name
  }

  /// The same for all ways of writing it that differ in case.
  public var key: String { kind + ":" + Fold.folded(name) }

  /// `ticker`, `author` or `tag`.
  public var kind: String {
    switch self {
    case .ticker: "ticker"
    case .author: "author"
    case .tag: "tag"
    }
  }

  /// Finds its posts in the list and its claims in the ledger.
  public var query: Query {
    switch self {
    case .ticker(let name): .field(.ticker, name)
    case .author(let name): .field(.author, "=" + name)
    case .tag(let name): .field(.tag, name)
    }
  }
}

/// A subject with how much there is about it.
public struct SubjectCount: Hashable, Sendable {
  /// What there is a page of.
  public var subject: Subject
  /// Posts that name it, are by it, or carry it.
  public var posts: Int
  /// Claims that carry it; 0 where that was not counted.
  public var claims: Int

  /// A subject with so many posts and claims.
  public init(_ subject: Subject, posts: Int, claims: Int = 0) {
    self.subject = subject
    self.posts = posts
    self.claims = claims
  }
}
