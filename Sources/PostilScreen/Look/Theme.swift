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
  private let styles: [Depth: [Look: Style]]

  /// The styles of a theme as it was written.
  init(_ source: ThemeSource) {
    name = source.name
    variant = source.variant
    let overlays = (0..<UInt8(1 << Overlay.named.count)).map(Overlay.init)
    var styles: [Depth: [Look: Style]] = [:]
    for depth in Depth.allCases {
      var table: [Look: Style] = [:]
      for role in Role.allCases {
        let base = source.style(for: role, depth: depth)
        for overlay in overlays {
          table[Look(role, overlay)] = source.patch(base, with: overlay, depth: depth)
        }
      }
      styles[depth] = table
    }
    self.styles = styles
  }

  /// Colours and attributes, ready for a terminal of that depth.
  public func style(for look: Look, depth: Depth) -> Style {
    styles[depth]?[look] ?? Style()
  }

  /// Reads a theme file: what is wrong in it is left out and named, with its place.
  ///
  /// A theme may begin as another one, `inherits: ink`, and say only what differs. A file that cannot
  /// be read at all gives `ink`.
  public static func read(_ text: String, file: String) -> (theme: Theme, problems: [Problem]) {
    let yaml = YamlFile(text, name: file)
    var reader = ThemeReader(yaml)
    let source = reader.read()
    return (yaml.root == nil ? ink : Theme(source), reader.problems)
  }
}

extension Theme {
  /// The names of the themes in the program, the one it starts with first.
  public static let builtInNames = ["ink", "paper", "mono", "term16"]

  /// A theme in the program.
  public static func builtIn(_ name: String) -> Theme? {
    ThemeSource.builtIn(name).map(Theme.init)
  }

  /// The theme the program starts with on a dark background, or when nothing is known.
  public static let ink = builtIn("ink") ?? Theme(ThemeSource())
}
