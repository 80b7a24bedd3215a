public import PostilCore

/// Which suggestions a person wants to see: kept in a file of their own, `suggestions.yaml`.
public struct SuggestionChoice: Hashable, Sendable {
  /// Whether suggested sentences are marked in the gutter.
  public var areMarked = true
  /// Names of rules that suggest nothing.
  public var hidden: Set<String> = []

  /// Everything is shown.
  public init() {}

  /// Reads the file's text; `file` is what problems call it. What is refused is left as it is by
  /// default.
  public init(parsing text: String, file: String, problems: inout [Problem]) {
    let yaml = YamlFile(text, name: file)
    if let problem = yaml.problem { problems.append(problem) }
    guard let root = yaml.root, !root.isNull else { return }
    guard case .mapping(let settings, _) = root else {
      problems.append(yaml.problem("choices are written `name: value`", at: root))
      return
    }
    let rules = SuggestionRule.all.map(\.name)
    for line in settings {
      let (key, value) = (line.name, line.value)
      switch key.word {
      case "marks" where value.word == "true" || value.word == "false":
        areMarked = value.word == "true"
      case "marks": problems.append(yaml.problem("marks are `true` or `false`", at: value))
      case "hidden":
        guard case .sequence(let names, _) = value else {
          if !value.isNull { problems.append(yaml.problem("hidden is a list of rules", at: value)) }
          continue
        }
        for name in names {
          if let word = name.word, rules.contains(word) {
            hidden.insert(word)
          } else {
            problems.append(
              yaml.problem(
                "no rule is called “\(name.word ?? "?")”", at: name,
                hint: YamlFile.hint(for: name.word ?? "", among: rules)))
          }
        }
      default:
        problems.append(
          yaml.problem(
            "there is no choice “\(key.word ?? "?")”", at: key,
            hint: YamlFile.hint(for: key.word ?? "", among: ["marks", "hidden"])))
      }
    }
  }

  /// The text of the file.
  public var text: String {
    let names = hidden.sorted().map { "  - \($0)\n" }.joined()
    return """
      # Which sentences Postil suggests to tag; it writes this file when you press a key of `!`.
      marks: \(areMarked)
      hidden:\(names.isEmpty ? " []\n" : "\n" + names)
      """
  }
}

/// A suggested sentence in a post of the list.
public struct SuggestionPlace: Hashable, Sendable {
  /// The row of the list.
  public var position: Int
  /// The post.
  public var post: String
  /// Code point at which the sentence begins.
  public var offset: Int
  /// Why it is suggested, for the status line.
  public var why: String

  /// A sentence at an offset of a post.
  public init(position: Int, post: String, offset: Int, why: String) {
    self.position = position
    self.post = post
    self.offset = offset
    self.why = why
  }
}

extension Suggestion {
  /// The name of the rule, what it found, and in which words; nil when all of them are hidden.
  public func why(in segments: Segments, hiding hidden: Set<String>, isShort: Bool = false)
    -> String?
  {
    reason(hiding: hidden).map { reason in
      let words = segments.text(reason.range).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      return isShort ? "\(reason.rule) “\(words)”" : "\(reason.rule): \(reason.says), “\(words)”"
    }
  }
}
