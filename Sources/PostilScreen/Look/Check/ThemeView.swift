/// A theme as eyes see it: colours with their values, on the background they have.
struct ThemeView {
  private let theme: Theme

  init(_ theme: Theme) {
    self.theme = theme
  }

  /// The kinds of claim that should differ.
  private static let statuses: [Role] = [
    .claimOpen, .claimSupported, .claimRefuted, .claimMixed, .claimVoid, .claimForecast,
  ]

  /// What rows and words consist of: a cursor on them has to be seen.
  private static let common: [Role] = [.text, .dim, .author, .date, .link, .unread] + statuses

  /// What only helps to find one's way, or says again what stands elsewhere.
  private static let faint: Set<Role> = [.dim, .rule, .date, .hint, .claimVoid, .suggestion]

  private static let overlays = (0..<UInt8(1 << Overlay.named.count)).map(Overlay.init)

  /// The worst contrast of a role.
  func row(_ role: Role, _ depth: Depth, floor: Double) -> ThemeCheck.Row {
    var worst: (contrast: Double, overlay: Overlay)?
    for overlay in Self.overlays {
      guard let contrast = contrast(Look(role, overlay), depth) else { continue }
      if worst.map({ contrast < $0.contrast }) ?? true { worst = (contrast, overlay) }
    }
    return ThemeCheck.Row(
      role: role, depth: depth, contrast: worst?.contrast, overlay: worst?.overlay ?? [],
      floor: Self.faint.contains(role) ? floor * 2 / 3 : floor)
  }

  /// Pairs of claims that look too much alike.
  func likenesses(_ depth: Depth, floor: Double) -> [ThemeCheck.Likeness] {
    var found: [ThemeCheck.Likeness] = []
    for (index, one) in Self.statuses.enumerated() {
      for other in Self.statuses[(index + 1)...] {
        let styles = [one, other].map { theme.style(for: Look($0), depth: depth) }
        if styles[0] == styles[1] {
          found.append(.init(roles: [one, other], depth: depth, eyes: "everyone", distance: 0))
        }
        guard styles[0].attributes == styles[1].attributes,
          let first = shade(styles[0].foreground, depth),
          let second = shade(styles[1].foreground, depth), styles[0] != styles[1]
        else { continue }
        for (eyes, distance) in distances(first, second)
        where distance < floor {
          found.append(.init(roles: [one, other], depth: depth, eyes: eyes, distance: distance))
        }
      }
    }
    return found
  }

  /// Common looks that something lies over without a difference.
  func unseen(_ depth: Depth) -> [Look] {
    Self.common.flatMap { role in
      let plain = theme.style(for: Look(role), depth: depth)
      return Overlay.named.map { Look(role, $0.overlay) }
        // What is bold already has the mark at the row's beginning.
        .filter { $0.overlay != .marked || !plain.attributes.contains(.bold) }
        .filter { theme.style(for: $0, depth: depth) == plain }
    }
  }

  private func distances(_ one: Shade, _ other: Shade) -> [(String, Double)] {
    [("everyone", one.distance(to: other))]
      + Eyesight.allCases.map { eyes in
        (eyes.rawValue, eyes.sees(one).distance(to: eyes.sees(other)))
      }
  }

  private func contrast(_ look: Look, _ depth: Depth) -> Double? {
    let style = theme.style(for: look, depth: depth)
    guard let front = shade(style.foreground, depth),
      let back = shade(style.background, depth, isBehind: true)
    else { return nil }
    return front.contrast(with: back)
  }

  /// A colour's value; nil where the terminal decides and there is better to be had.
  private func shade(_ color: Color, _ depth: Depth, isBehind: Bool = false) -> Shade? {
    switch color {
    case .direct(let value): return Shade(value)
    case .indexed(let index) where index >= 16 || depth == .sixteen:
      return Shade(StandardPalette.value(of: index))
    case .indexed: return nil
    case .own:
      guard depth == .sixteen else { return nil }
      let isBright = (theme.variant == .light) == isBehind
      return Shade(isBright ? isBehind ? 0xFFFFFF : 0xE5E5E5 : 0x000000)
    }
  }
}
