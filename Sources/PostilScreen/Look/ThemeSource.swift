/// A theme as it was written: names of colours, and what roles and states do with them.
struct ThemeSource: Hashable, Sendable {
  /// A colour at each depth; `.own` as a background lets through what is below.
  struct Shades: Hashable, Sendable {
    var direct = Color.own
    var indexed = Color.own
    var sixteen = Color.own

    subscript(depth: Depth) -> Color {
      switch depth {
      case .mono: .own
      case .sixteen: sixteen
      case .indexed: indexed
      case .direct: direct
      }
    }
  }

  /// Attributes that are added and taken away.
  struct Change: Hashable, Sendable {
    var added: Style.Attributes = []
    var removed: Style.Attributes = []
  }

  /// What a role or a state says; nil where it says nothing.
  struct Layer: Hashable, Sendable {
    var foreground: String?
    var background: String?
    var attributes: Change?
    /// Takes the place of `attributes` where there are no colours.
    var mono: Change?
  }

  var name = ""
  var variant = Theme.Variant.any
  var palette: [String: Shades] = [:]
  var roles: [String: Layer] = [:]
  var states: [String: Layer] = [:]

  /// A role without anything over it: each field is its own, else its parents', else that of text.
  func style(for role: Role, depth: Depth) -> Style {
    var style = Style()
    for name in Self.family(of: role) {
      guard let layer = roles[name] else { continue }
      style.foreground = color(layer.foreground, depth) ?? style.foreground
      if let background = color(layer.background, depth), background != .own {
        style.background = background
      }
      let change = depth == .mono ? layer.mono ?? layer.attributes : layer.attributes
      style.attributes = change?.added ?? style.attributes
    }
    return style
  }

  /// A style with what lies over it. A state whose background cannot be shown at this depth is told
  /// by its attributes for no colours.
  func patch(_ style: Style, with overlay: Overlay, depth: Depth) -> Style {
    var style = style
    for layer in layers(of: overlay) {
      let background = color(layer.background, depth)
      if let foreground = color(layer.foreground, depth), foreground != .own {
        style.foreground = foreground
      }
      if let background, background != .own { style.background = background }
      let isPlain = depth == .mono || background == .own
      let change = isPlain ? layer.mono ?? layer.attributes : layer.attributes
      style.attributes.subtract(change?.removed ?? [])
      style.attributes.formUnion(change?.added ?? [])
    }
    // Changed for each other once more, so that it shows inside of what is reversed already.
    if overlay.contains(.edge) { style.attributes.formSymmetricDifference(.reverse) }
    return style
  }

  /// The names under which a role's fields are looked up, the farthest first.
  private static func family(of role: Role) -> [String] {
    let parts = role.rawValue.split(separator: ".")
    let own = parts.indices.map { parts[...$0].joined(separator: ".") }
    return role == .text ? own : [Role.text.rawValue] + own
  }

  private func layers(of overlay: Overlay) -> [Layer] {
    Overlay.named.filter { overlay.contains($0.overlay) }.flatMap { single, name in
      let isSelection = single == .cursor || single == .span
      return [isSelection ? states[Self.selected] : nil, states[name]].compactMap(\.self)
    }
  }

  private func color(_ name: String?, _ depth: Depth) -> Color? {
    name.flatMap { palette[$0] }?[depth]
  }

  /// The state with which the cursor and the span begin.
  static let selected = "selected"
}

extension ThemeSource {
  /// The source of a theme in the program.
  static func builtIn(_ name: String) -> ThemeSource? {
    guard let bytes = bytes(of: name) else { return nil }
    var reader = ThemeReader(YamlFile(builtIn: bytes, name: name))
    return reader.read()
  }

  static func bytes(of name: String) -> [UInt8]? {
    switch name {
    case "ink": PackageResources.ink_yaml
    case "paper": PackageResources.paper_yaml
    case "mono": PackageResources.mono_yaml
    case "term16": PackageResources.term16_yaml
    case "contrast": PackageResources.contrast_yaml
    case "cvd": PackageResources.cvd_yaml
    default: nil
    }
  }
}
