import PostilCore

@testable import PostilScreen

extension Cast {
  /// A codebook of the shape that real ones have: a hierarchy, a slip, something undefined.
  static var tags: [TagCount] {
    func tag(
      _ name: String, _ posts: Int, _ claims: Int, key: String? = nil, color: String? = nil,
      aliases: [String] = [], _ definition: String? = nil
    ) -> TagCount {
      var tag = TagCount(name: name, posts: posts, claims: claims)
      tag.key = key
      tag.color = color
      tag.aliases = aliases
      tag.definition = definition
      return tag
    }
    var power = tag(
      "power", 2, 0, key: "p", color: "amber",
      """
      Anything about electricity that a site gets, wants, or waits for.

      - **Use** it when the sentence would be wrong if the power came later.
      - **Not** for prices of power: that is [[financing]].
      """)
    power.allPosts = 5
    power.allClaims = 2
    return [
      tag(
        "contract", 7, 4, key: "c", color: "blue", aliases: ["deal"],
        """
        What somebody has signed: value, length, volume, prepayment, penalties.

        - **Use** it when a lawyer would care about the words.
        - **Not** for letters of intent, however warm.
        """),
      tag("financing", 4, 1, key: "f", color: "green", "Who pays, when, and at which price."),
      power,
      tag("power/btm", 2, 1, key: "b", color: "rose", aliases: ["onsite"], "Made on the site."),
      tag("power/grid", 1, 1),
      tag("contrct", 1, 0),
    ]
  }
}

extension Desk {
  /// What a plan could look like; the files are not here.
  func plan(_ deed: TagPlan.Deed) -> TagPlan {
    let names = deed.names
    let items = posts.map { post in
      TagPlan.Item(
        path: "notes/on-\(post.id).md", kind: .note,
        words: String(
          post.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(200)),
        effect: "\(names.from) → \(names.to)")
    }
    let definition = TagPlan.Item(
      path: "tags/\(names.from).md", kind: .tag, words: "«Who pays»",
      effect: "moves to tags/\(names.to).md")
    let query = TagPlan.Item(
      path: "queries/due.md", kind: .query, words: "tag:\(names.from) is:due",
      effect: "stays, and finds them by the alias")
    return TagPlan(
      deed: deed, change: Change("renamed", [.init("a", before: "", after: "b")]),
      items: items + [definition], mentions: [query])
  }
}

extension Edit {
  var isOfCodebook: Bool {
    switch self {
    case .defineTag, .renameTag, .mergeTag, .removeTag: true
    default: false
    }
  }
}
