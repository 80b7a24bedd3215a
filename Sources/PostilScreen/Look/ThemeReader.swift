internal import PostilCore
internal import Yams

/// Reads theme files; what is wrong is left out and named.
struct ThemeReader {
  private let file: YamlFile
  private(set) var problems: [Problem]

  init(_ file: YamlFile) {
    self.file = file
    problems = [file.problem].compactMap(\.self)
  }

  mutating func read() -> ThemeSource {
    guard let root = file.root, !root.isNull else { return ThemeSource() }
    let fields = fields(of: root, "the theme", Self.fieldNames)
    var source = fields["inherits"].flatMap { base($0) } ?? ThemeSource()
    source.name = fields["name"]?.word ?? source.name
    if let node = fields["variant"] {
      source.variant = one(of: Theme.Variant.allCases, node, "variant") ?? source.variant
    }
    if let node = fields["palette"] {
      for (name, value) in lines(of: node, "palette") {
        source.palette[name.word ?? ""] = shades(value)
      }
    }
    let colors = source.palette.keys.sorted()
    if let node = fields["roles"] {
      for (name, value) in named(node, "role", Self.roleNames) {
        source.roles[name] = layer(value, colors, isState: false)
      }
    }
    if let node = fields["states"] {
      for (name, value) in named(node, "state", Self.stateNames) {
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

  private mutating func base(_ node: Node) -> ThemeSource? {
    if let source = ThemeSource.builtIn(node.word ?? "") { return source }
    refuse("“\(node.word ?? "")” is no built-in theme", node, among: Theme.builtInNames)
    return nil
  }

  private mutating func shades(_ node: Node) -> ThemeSource.Shades {
    if let word = node.word {
      let color = ThemeColor.named(word)
      if color == nil { refuse(word, node, ThemeColor.anyDepth) }
      let same = color ?? .own
      return ThemeSource.Shades(direct: same, indexed: same, sixteen: same)
    }
    guard case .sequence(let list) = node, list.count == 3 else {
      refuse("a colour has three values: true colour, 256 colours, 16 colours", node)
      return ThemeSource.Shades()
    }
    return ThemeSource.Shades(
      direct: color(list[0], ThemeColor.direct, "Write \"#rrggbb\" or \"-\"."),
      indexed: color(list[1], ThemeColor.indexed, "Write a number from 16 to 255 or \"-\"."),
      sixteen: color(list[2], ThemeColor.sixteen, ThemeColor.anyDepth))
  }

  private mutating func color(
    _ node: Node, _ read: (String) -> Color?, _ hint: String
  ) -> Color {
    if let color = read(node.word ?? "") { return color }
    refuse(node.word ?? "", node, hint)
    return .own
  }

  private mutating func layer(
    _ node: Node, _ colors: [String], isState: Bool
  ) -> ThemeSource.Layer {
    let fields = fields(of: node, "a role or state", Self.layerNames)
    return ThemeSource.Layer(
      foreground: fields["fg"].flatMap { colorName($0, colors) },
      background: fields["bg"].flatMap { colorName($0, colors) },
      attributes: fields["attributes"].map { change($0, isState: isState) },
      mono: fields["mono"].map { change($0, isState: isState) })
  }

  private mutating func colorName(_ node: Node, _ colors: [String]) -> String? {
    if let word = node.word, colors.contains(word) { return word }
    refuse("the palette has no colour “\(node.word ?? "")”", node, among: colors)
    return nil
  }

  private mutating func change(_ node: Node, isState: Bool) -> ThemeSource.Change {
    var change = ThemeSource.Change()
    guard case .sequence(let list) = node else {
      refuse("attributes are a list: [bold, underline]", node)
      return change
    }
    for item in list {
      let word = item.word ?? ""
      let isRemoved = isState && word.hasPrefix("!")
      guard let attribute = Self.attributes[isRemoved ? String(word.dropFirst()) : word] else {
        refuse("there is no attribute “\(word)”", item, among: Self.attributes.keys.sorted())
        continue
      }
      if isRemoved { change.removed.insert(attribute) } else { change.added.insert(attribute) }
    }
    return change
  }
}

/// What every part of the file has in common.
extension ThemeReader {
  /// The values of a mapping by name; other names are refused.
  private mutating func fields(of node: Node, _ what: String, _ names: [String]) -> [String: Node] {
    var fields: [String: Node] = [:]
    for (name, value) in lines(of: node, what) {
      let word = name.word ?? ""
      if names.contains(word) {
        if !value.isNull { fields[word] = value }
      } else {
        refuse("\(what) has no “\(word)”", name, among: names)
      }
    }
    return fields
  }

  private mutating func named(
    _ node: Node, _ what: String, _ names: [String]
  ) -> [(String, Node)] {
    lines(of: node, what + "s").compactMap { name, value in
      let word = name.word ?? ""
      if names.contains(word) { return (word, value) }
      refuse("there is no \(what) “\(word)”", name, among: names)
      return nil
    }
  }

  /// The lines of a mapping; of two with the same name the first one counts.
  private mutating func lines(of node: Node, _ what: String) -> [(Node, Node)] {
    guard case .mapping(let mapping) = node else {
      if !node.isNull { refuse("\(what): names with values are wanted here", node) }
      return []
    }
    var seen: Set<String> = []
    return mapping.compactMap { name, value in
      if let word = name.word, !seen.insert(word).inserted {
        refuse("“\(word)” stands here twice", name)
        return nil
      }
      return (name, value)
    }
  }

  private mutating func one<Value: CaseIterable & RawRepresentable<String>>(
    of values: Value.AllCases, _ node: Node, _ what: String
  ) -> Value? {
    if let value = Value(rawValue: node.word ?? "") { return value }
    refuse("“\(node.word ?? "")” is no \(what)", node, among: values.map(\.rawValue))
    return nil
  }

  private mutating func refuse(_ message: String, _ node: Node, among names: [String]) {
    let hint = YamlFile.hint(for: node.word ?? "", among: names)
    problems.append(file.problem(message, at: node, hint: hint))
  }

  private mutating func refuse(_ message: String, _ node: Node) {
    problems.append(file.problem(message, at: node, hint: "Themes/ink.yaml shows the shape."))
  }

  private mutating func refuse(_ color: String, _ node: Node, _ hint: String) {
    problems.append(file.problem("“\(color)” is no colour here", at: node, hint: hint))
  }
}
