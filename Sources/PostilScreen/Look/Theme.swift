public import PostilCore

/// How every role looks at every depth, from a theme file.
public struct Theme: Hashable, Sendable {
  /// For which background a theme is made.
  public enum Variant: String, CaseIterable, Sendable {
    case dark, light, any
  }

  /// As people know it.
  public let name: String
  /// For which background it is made.
  public let variant: Variant
  private let source: ThemeSource

  /// A theme as it was written.
  init(_ source: ThemeSource) {
    name = source.name
    variant = source.variant
    self.source = source
  }

  /// Colours and attributes, ready for a terminal of that depth; worked out anew each time.
  public func style(for look: Look, depth: Depth) -> Style {
    source.patch(
      source.style(for: look.role, depth: depth), with: look.overlay, depth: depth)
  }

  /// Reads a theme file: what is wrong in it is left out and named, with its place.
  ///
  /// A theme may begin as another one, `inherits: ink`, and say only what differs; a base16 scheme is
  /// one too. Without a name it is called as its file is. A file that cannot be read at all gives `ink`.
  public static func read(_ text: String, file: String) -> (theme: Theme, problems: [Problem]) {
    let yaml = YamlFile(text, name: file)
    var reader = ThemeReader(yaml)
    var source = reader.read()
    if source.name.isEmpty { source.name = baseName(file) }
    return (yaml.root == nil ? ink : Theme(source), reader.problems)
  }

  private static func baseName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}

extension Theme {
  /// The names of the themes in the program, the one it starts with first.
  public static let builtInNames = ["ink", "paper", "contrast", "cvd", "mono", "term16"]

  /// A theme in the program.
  public static func builtIn(_ name: String) -> Theme? {
    ThemeSource.builtIn(name).map(Theme.init)
  }

  /// The theme the program starts with on a dark background, or when nothing is known.
  public static let ink = builtIn("ink") ?? Theme(ThemeSource())
}
