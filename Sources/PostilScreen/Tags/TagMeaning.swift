import PostilCore

/// What a tag's file says, taken apart: what it means, when to use it, and when not.
///
/// `- **Use** …` and `- **Not** …` are how the sample notebook writes the rules of a tag; lines that
/// begin with these words in any dress are taken for them.
struct TagMeaning: Hashable {
  private(set) var definition = ""
  private(set) var use: [String] = []
  private(set) var not: [String] = []

  init(_ text: String) {
    var paragraphs: [String] = []
    for line in Self.items(of: text) {
      let bare = line.replacing("**", with: "")
      let isPoint = bare.hasPrefix("- ") || bare.hasPrefix("* ")
      let words = isPoint ? String(bare.dropFirst(2)) : bare
      let isRule = isPoint || line.hasPrefix("**") || words.drop(while: \.isLetter).first == ":"
      switch words.prefix(while: \.isLetter).lowercased() {
      case "use" where isRule: use.append(Self.rest(of: words))
      case "not" where isRule, "never" where isRule: not.append(Self.rest(of: words))
      default: if !words.isEmpty { paragraphs.append(words) }
      }
    }
    definition = paragraphs.joined(separator: " ")
  }

  /// Lines with those that go on with them.
  private static func items(of text: String) -> [String] {
    var items: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let begins = words.hasPrefix("- ") || words.hasPrefix("* ") || words.hasPrefix("#")
      if words.isEmpty {
        isOpen = false
      } else if isOpen, !begins, let last = items.indices.last {
        items[last] += " " + words
      } else {
        items.append(words)
        isOpen = true
      }
    }
    return items
  }

  private static func rest(of words: String) -> String {
    String(words.drop(while: \.isLetter).drop { $0 == ":" || $0 == " " })
  }

  /// What a definition is begun with, for the parts to be filled in.
  static let skeleton = "\n\n- **Use** \n- **Not** "

  /// A text without the parts that nobody filled in.
  static func filledIn(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in
        let bare = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return bare != "- **Use**" && bare != "- **Not**"
      }.joined(separator: "\n")
  }
}

extension TagCount {
  /// `12 posts, 3 claims`, and with those below it when there are any.
  var counted: String {
    let hasNotes = allNotes > 0
    let own =
      "\(plural(posts, "post")), \(plural(claims, "claim"))"
      + (hasNotes ? ", \(plural(notes, "free note"))" : "")
    guard allPosts > posts || allClaims > claims || allNotes > notes else { return own }
    return own + " (\(allPosts), \(allClaims)\(hasNotes ? ", \(allNotes)" : "") with those below)"
  }

  /// In which colour it is drawn, besides its name.
  var role: Role { Role(tagColor: color) }
}

extension Role {
  /// The role that a tag's `color:` names, short (`blue`) or whole (`tag.blue`).
  init(tagColor: String?) {
    self = tagColor.flatMap { Role(rawValue: "tag." + $0) ?? Role(rawValue: $0) } ?? .tag
  }

  /// The short names of the colours made for tags.
  static let tagColors = ["amber", "green", "rose", "violet", "blue"]
}
