public import PostilCore

/// What a person sets once for all notebooks, in `config.yaml`.
public struct Preferences: Hashable, Sendable {
  /// Which theme to begin with.
  public enum ThemeChoice: Hashable, Sendable {
    /// One of two, after the background that the terminal has.
    case auto(dark: String, light: String)
    /// This one, by name or by the path of its file.
    case named(String)
  }

  /// The theme to begin with.
  public private(set) var theme = ThemeChoice.auto(dark: "ink", light: "paper")
  /// Whether the mouse is Postil's; the terminal's own selection needs Shift then.
  public private(set) var mouse = false
  /// From which widths on there is more than the text.
  public private(set) var breakpoints = Breakpoints()
  /// What was refused in the file, in order.
  public private(set) var problems: [Problem] = []

  /// Nothing set.
  public init() {}

  /// Reads the file's text; `file` is what problems call it.
  public init(parsing text: String, file: String = "config.yaml") {
    let yaml = YamlFile(text, name: file)
    var reader = YamlReader(yaml, shape: "Settings are written `name: value`.")
    if let root = yaml.root, !root.isNull {
      let fields = reader.fields(of: root, "config.yaml", ["theme", "mouse", "breakpoints"])
      if let node = fields["theme"] { read(theme: node, &reader) }
      if let node = fields["mouse"] { mouse = reader.flag(node) ?? false }
      if let node = fields["breakpoints"] { read(breakpoints: node, &reader) }
    }
    problems = reader.problems
  }

  private mutating func read(theme node: YamlNode, _ reader: inout YamlReader) {
    if let word = node.word {
      theme = word == "auto" ? theme : .named(word)
      return
    }
    guard case .mapping = node, case .auto(let dark, let light) = theme else {
      return reader.refuse(
        "a theme is told by its name", node,
        hint: "Write `theme: ink`, `theme: auto`, or `theme: {dark: ink, light: paper}`.")
    }
    let pair = reader.fields(of: node, "a pair of themes", ["dark", "light"])
    theme = .auto(dark: pair["dark"]?.word ?? dark, light: pair["light"]?.word ?? light)
  }

  private mutating func read(breakpoints node: YamlNode, _ reader: inout YamlReader) {
    guard case .mapping = node else {
      return reader.refuse(
        "breakpoints are three widths in columns", node,
        hint: "Write `breakpoints: {list: 120, margin: 72, notes: 44}`; each may be left out.")
    }
    let fields = reader.fields(of: node, "the breakpoints", ["list", "margin", "notes"])
    let parts: [(String, WritableKeyPath<Breakpoints, Int>)] = [
      ("list", \.list), ("margin", \.margin), ("notes", \.notes),
    ]
    for (name, part) in parts {
      guard let node = fields[name] else { continue }
      let least = Breakpoints.least[keyPath: part]
      guard let width = node.word.flatMap({ Int($0) }), width >= least else {
        reader.refuse("`\(name)` needs a width of at least \(least) columns", node)
        continue
      }
      breakpoints[keyPath: part] = width
    }
  }
}

extension YamlReader {
  /// Yes or no, as YAML 1.2 and people write it.
  mutating func flag(_ node: YamlNode) -> Bool? {
    switch node.word?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      refuse("“\(node.word ?? "")” is neither true nor false", node)
      return nil
    }
  }
}
