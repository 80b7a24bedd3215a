internal import PostilCore

/// A base16 scheme as a theme: sixteen colours by slot, laid over `ink` or `paper`.
///
/// Both shapes are read: `base00: "181818"` at the top, and `palette:` of tinted-theming (0.11). What
/// a slot means is from its styling guide: 00 background, 02 selection, 03 comments, 05 text, 08 red,
/// 0A yellow, 0B green, 0D blue, 0E magenta.
struct Base16 {
  private(set) var source: ThemeSource
  private var values: [String: UInt32] = [:]

  private static let slots = (0..<24).map { number in
    let hex = String(number, radix: 16, uppercase: true)
    return "base" + (hex.count == 1 ? "0" + hex : hex)
  }
  /// Fields of both shapes that say nothing about colours.
  private static let remarks = [
    "system", "name", "scheme", "author", "slug", "description", "variant", "palette",
  ]

  /// Whether a file has a slot where a scheme has it.
  static func recognises(_ root: YamlNode) -> Bool {
    let nodes = [root["base00"], root["palette"]?["base00"]]
    return nodes.contains { $0 != nil }
  }

  /// Reads a scheme; wrong values are named, and their slots are left as the base theme has them.
  init(_ root: YamlNode, _ yaml: inout YamlReader) {
    source = ThemeSource()
    let fields = yaml.fields(of: root, "the scheme", Self.remarks + Self.slots)
    var colors = fields.filter { $0.key.hasPrefix("base") }
    if let palette = fields["palette"] {
      colors.merge(yaml.fields(of: palette, "the palette", Self.slots)) { $1 }
    }
    for (slot, node) in colors.sorted(by: { $0.key < $1.key }) {
      let word = node.word ?? ""
      let digits = word.hasPrefix("#") ? word : "#" + word
      if case .direct(let value)? = ThemeColor.direct(digits) {
        values[slot] = value
      } else {
        yaml.refuse("“\(word)” is no colour", node, hint: "Write six hex digits: \"7cafc2\".")
      }
    }
    let isLight = fields["variant"]?.word.map { $0 == "light" } ?? looksLight
    source = ThemeSource.builtIn(isLight ? "paper" : "ink") ?? ThemeSource()
    source.name = (fields["name"] ?? fields["scheme"])?.word ?? ""
    source.variant = isLight ? .light : .dark
    fill()
  }

  private var looksLight: Bool { (values["base00"].map { Shade($0).luminance } ?? 0) > 0.4 }

  /// Puts the slots into the palette; 16 colours stay those of the base theme.
  private mutating func fill() {
    guard let paper = values["base00"], let text = values["base05"] else { return }
    let plain = [
      "amber": "base0A", "green": "base0B", "rose": "base08", "violet": "base0E",
      "blue": "base0D",
    ]
    set("paper", paper)
    set("text", text)
    for (name, slot) in plain { if let value = values[slot] { set(name, value) } }
    // Comments are often too faint to read on, and selections too bright to read in.
    let dim = best(["base03", "base04"], on: paper, least: ThemeCheck.textFloor * 2 / 3) ?? text
    set("dim", dim)
    set("soft", best(["base04"], on: paper, least: ThemeCheck.textFloor) ?? text)
    let letters = [text, dim] + plain.values.compactMap { values[$0] }
    let picks = ["base02", "base01"].compactMap { values[$0] }
    let pick = picks.first { back in
      letters.allSatisfy { Shade($0).contrast(with: Shade(back)) >= 3 }
    }
    set("pick", pick ?? picks.last ?? paper)
    for name in ["amber.t", "green.t", "rose.t"] { source.palette[name] = ThemeSource.Shades() }
  }

  private func best(_ slots: [String], on back: UInt32, least: Double) -> UInt32? {
    slots.compactMap { values[$0] }
      .first { Shade($0).contrast(with: Shade(back)) >= least }
  }

  private mutating func set(_ name: String, _ value: UInt32) {
    let sixteen = source.palette[name]?.sixteen ?? .own
    source.palette[name] = ThemeSource.Shades(
      direct: .direct(value), indexed: .indexed(StandardPalette.nearest(to: value)),
      sixteen: sixteen)
  }
}
