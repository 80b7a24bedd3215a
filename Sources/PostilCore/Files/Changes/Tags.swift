/// Tags as people type them.
enum Tags {
  /// A list of tags with some added and some removed, in the order they came.
  static func edited(_ tags: [String], add: [String], remove: [String]) -> [String] {
    var result = tags.filter { !remove.contains($0) }
    for tag in add where !result.contains(tag) { result.append(tag) }
    return result
  }

  /// Tags without a leading `#` and blanks around them.
  ///
  /// - Throws: when a text cannot be a tag, because it could not be a path below `tags/`.
  static func checked(_ tags: [String]) throws(Problem) -> [String] {
    var result: [String] = []
    for tag in tags {
      let name = (tag.hasPrefix("#") ? tag.dropFirst() : tag[...]).trimmingBlanks
      guard isTag(name) else {
        throw Problem(
          "“\(tag)” cannot be a tag",
          hint: "A tag is a word of letters, digits, - and _; / makes a hierarchy")
      }
      result.append(name)
    }
    return result
  }

  /// Words of letters, digits, `-`, `_` and `.`, joined by `/`.
  static func isTag(_ text: String) -> Bool {
    text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.unicodeScalars.first else { return false }
      return first != "." && first != "-"
        && part.unicodeScalars.allSatisfy { scalar in
          let properties = scalar.properties
          return properties.isAlphabetic || properties.numericType != nil
            || "-_.".contains(Character(scalar))
            || properties.generalCategory == .nonspacingMark || properties.isEmojiPresentation
        }
    }
  }

  /// `+a -b`, as a label names them.
  static func words(add: [String], remove: [String]) -> String {
    (add.map { "+" + $0 } + remove.map { "-" + $0 }).joined(separator: " ")
  }
}
