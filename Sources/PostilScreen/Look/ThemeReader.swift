internal import PostilCore

/// Reads theme files; what is wrong is left out and named.
struct ThemeReader {
  private var yaml: YamlReader

  init(_ file: YamlFile) {
    yaml = YamlReader(file, shape: "Themes/ink.yaml shows the shape.")
  }

  var problems: [Problem] { yaml.problems }

  mutating func read() -> ThemeSource {
    guard let root = yaml.file.root, !root.isNull else { return ThemeSource() }
    if Base16.recognises(root) { return Base16(root, &yaml).source }
    let fields = yaml.fields(of: root, "the theme", Self.fieldNames)
    var source = fields["inherits"].flatMap { base($0) } ?? ThemeSource()
    source.name = fields["name"]?.word ?? source.name
    if let node = fields["variant"] {
      source.variant = yaml.one(of: Theme.Variant.allCases, node, "variant") ?? source.variant
    }
    if let node = fields["palette"] {
      for (name, value) in yaml.lines(of: node, "palette") {
        source.palette[name.word ?? ""] = shades(value)
      }
    }
    let colors = source.palette.keys.sorted()
    if let node = fields["roles"] {
      for (name, value) in yaml.named(node, "role", Self.roleNames) {
        source.roles[name] = layer(value, colors, isState: false)
      }
    }
    if let node = fields["states"] {
      for (name, value) in yaml.named(node, "state", Self.stateNames) {
        source.states[name] = layer(value, colors, isState: true)
      }
    }
    return source
  }

  private static let fieldNames = ["name", "variant", "inherits", "palette", "roles", "states"]
  private static let layerNames = ["fg", "bg", "attributes", "mono"]
  private static let stateNames = [ThemeSource.selected] + Overlay.named.map(\.name)

  /// All roles, and the parents that they share.
  private static let roleNames = Role.allCases.reduce(into: [String]()) { names, role in
    if let dot = role.rawValue.lastIndex(of: ".") {
      let parent = String(role.rawValue[..<dot])
      if !names.contains(parent) { names.append(parent) }
    }
    if !names.contains(role.rawValue) { names.append(role.rawValue) }
  }

  private static let attributes: [String: Style.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]

  private mutating func base(_ node: YamlNode) -> ThemeSource? {
    if let source = ThemeSource.builtIn(node.word ?? "") { return source }
    yaml.refuse("“\(node.word ?? "")” is no built-in theme", node, among: Theme.builtInNames)
    return nil
  }

  private mutating func shades(_ node: YamlNode) -> ThemeSource.Shades {
    if let word = node.word {
      let color = ThemeColor.named(word)
      if color == nil {
        yaml.refuse("“\(word)” is no colour here", node, hint: ThemeColor.anyDepth)
      }
      let same = color ?? .own
      return ThemeSource.Shades(direct: same, indexed: same, sixteen: same)
    }
    guard case .sequence(let list, _) = node, list.count == 3 else {
      yaml.refuse("a colour has three values: true colour, 256 colours, 16 colours", node)
      return ThemeSource.Shades()
    }
    return ThemeSource.Shades(
      direct: color(list[0], ThemeColor.direct, "Write \"#rrggbb\" or \"-\"."),
      indexed: color(list[1], ThemeColor.indexed, "Write a number from 16 to 255 or \"-\"."),
      sixteen: color(list[2], ThemeColor.sixteen, ThemeColor.anyDepth))
  }

  private mutating func color(
    _ node: YamlNode, _ read: (String) -> Color?, _ hint: String
  ) -> Color {
    if let color = read(node.word ?? "") { return color }
    yaml.refuse("“\(node.word ?? "")” is no colour here", node, hint: hint)
    return .own
  }

  private mutating func layer(
    _ node: YamlNode, _ colors: [String], isState: Bool
  ) -> ThemeSource.Layer {
    let fields = yaml.fields(of: node, "a role or state", Self.layerNames)
    return ThemeSource.Layer(
      foreground: fields["fg"].flatMap { colorName($0, colors) },
      background: fields["bg"].flatMap { colorName($0, colors) },
      attributes: fields["attributes"].map { change($0, isState: isState) },
      mono: fields["mono"].map { change($0, isState: isState) })
  }

  private mutating func colorName(_ node: YamlNode, _ colors: [String]) -> String? {
    if let word = node.word, colors.contains(word) { return word }
    yaml.refuse("the palette has no colour “\(node.word ?? "")”", node, among: colors)
    return nil
  }

  private mutating func change(_ node: YamlNode, isState: Bool) -> ThemeSource.Change {
    var change = ThemeSource.Change()
    guard case .sequence(let list, _) = node else {
      yaml.refuse("attributes are a list: [bold, underline]", node)
      return change
    }
    for item in list {
      let word = item.word ?? ""
      let isRemoved = isState && word.hasPrefix("!")
      guard let attribute = Self.attributes[isRemoved ? String(word.dropFirst()) : word] else {
        yaml.refuse("there is no attribute “\(word)”", item, among: Self.attributes.keys.sorted())
        continue
      }
      if isRemoved { change.removed.insert(attribute) } else { change.added.insert(attribute) }
    }
    return change
  }
}
