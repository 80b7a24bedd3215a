public import PostilCore
internal import Yams

/// What a person sets once for all notebooks, in `config.yaml`.
public struct Preferences: Hashable, Sendable {
  /// The name of the theme to begin with.
  public private(set) var theme: String?
  /// What was refused in the file, in order.
  public private(set) var problems: [Problem] = []

  /// Nothing set.
  public init() {}

  /// Reads the file's text; `file` is what problems call it.
  public init(parsing text: String, file: String = "config.yaml") {
    let yaml = YamlFile(text, name: file)
    if let problem = yaml.problem { problems.append(problem) }
    guard let root = yaml.root, !root.isNull else { return }
    guard case .mapping(let settings) = root else {
      problems.append(yaml.problem("settings are written `name: value`", at: root))
      return
    }
    for (key, value) in settings {
      switch key.word {
      case "theme":
        theme = value.word
        if theme == nil { problems.append(yaml.problem("a theme is told by its name", at: value)) }
      default:
        problems.append(
          yaml.problem(
            "there is no setting “\(key.word ?? "?")”", at: key,
            hint: YamlFile.hint(for: key.word ?? "", among: ["theme"])))
      }
    }
  }
}
