public import PostilCore

/// How pasted text is cut into posts.
public enum SplitMode: Hashable, Sendable {
  case auto, none, blank, rule
  /// The first line of each post, counted from 1.
  case lines([Int])

  /// Reads `auto`, `none`, `blank`, `rule` or `lines:1,8,10`.
  ///
  /// - Throws: for everything else, with what there is as the hint.
  public init(parsing text: String) throws(Problem) {
    switch text {
    case "auto": self = .auto
    case "none": self = .none
    case "blank": self = .blank
    case "rule": self = .rule
    default:
      let numbers = text.dropFirst("lines:".utf8.count).split(
        separator: ",", omittingEmptySubsequences: false
      ).map { Int($0) }
      guard text.hasPrefix("lines:"), !numbers.contains(nil) else {
        throw Problem(
          "there is no way to split called \(text)",
          hint: "auto, none, blank, rule, or lines: with the first line of each post, lines:1,8,10")
      }
      self = .lines(numbers.compactMap(\.self))
    }
  }
}
