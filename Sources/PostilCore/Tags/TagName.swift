/// Names of tags: words of letters, digits, `-`, `_` and `.`, joined by `/` into a hierarchy.
public enum TagName {
  /// The name that typed words mean, blanks as `-` and without a leading `#`; nil when they cannot
  /// be a tag.
  public static func typed(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    let name = words.hasPrefix("#") ? String(words.dropFirst()) : words
    return Tags.isTag(name) ? name : nil
  }

  /// Whether two names are the same by every code point; `==` would take two spellings of é for one.
  public static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }

  /// Whether `name` stands below `other` in the hierarchy, as `power/btm` below `power`.
  public static func isBelow(_ name: String, _ other: String) -> Bool {
    name.utf8.count > other.utf8.count + 1 && name.utf8.starts(with: other.utf8)
      && Array(name.utf8)[other.utf8.count] == UInt8(ascii: "/")
  }

  /// The name one step up, `power` of `power/btm`; nil at the top.
  public static func parent(of name: String) -> String? {
    name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[..<$0]) }
  }

  /// The last part, `btm` of `power/btm`.
  public static func leaf(of name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: "/"))
      .map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }

  /// The names above it, the nearest first.
  public static func ancestors(of name: String) -> [String] {
    Array(
      sequence(state: name) { name in
        guard let parent = parent(of: name) else { return nil }
        name = parent
        return parent
      })
  }

  /// What becomes of `name` when `old` is called `new` and all below it goes along; nil when it is
  /// neither.
  public static func moved(_ name: String, from old: String, to new: String) -> String? {
    if isSame(name, old) { return new }
    guard isBelow(name, old) else { return nil }
    return new + String(decoding: name.utf8.dropFirst(old.utf8.count), as: UTF8.self)
  }
}
