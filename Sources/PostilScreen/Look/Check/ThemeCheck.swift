/// Whether a theme can be read and its claims told apart, at every depth of colour.
///
/// Text needs a contrast of 4.5 with what is behind it (WCAG 2.2, 1.4.3), what is meant to be faint
/// needs 3. Where the terminal decides about a colour it is judged with xterm's palette on black, or on
/// white for a light theme, and only with 16 colours: true colour and 256 have better to offer.
public struct ThemeCheck: Sendable {
  /// The least contrast of a role, whatever lies over it.
  public struct Row: Hashable, Sendable {
    /// What is shown.
    public let role: Role
    /// How many colours there are.
    public let depth: Depth
    /// The contrast, from 1 to 21; nil where the terminal decides.
    public let contrast: Double?
    /// What lies over the role where it is that low.
    public let overlay: Overlay
    /// What is asked of it.
    public let floor: Double

    /// Whether that is too little.
    public var fails: Bool { contrast.map { $0 < floor } ?? false }
  }

  /// Two kinds of claim that look alike to some eyes.
  public struct Likeness: Hashable, Sendable {
    /// The two roles.
    public let roles: [Role]
    /// How many colours there are.
    public let depth: Depth
    /// To whom: `everyone`, or `protanopia` and so on.
    public let eyes: String
    /// How far apart they are in OKLab; 0 where not even an attribute differs.
    public let distance: Double
  }

  /// Every role that shows text, at every depth with colours.
  public let rows: [Row]
  /// Claims that cannot be told apart by look alone.
  public let likenesses: [Likeness]
  /// Overlays that change nothing where they lie.
  public let unseen: [(look: Look, depth: Depth)]

  private let distance: Double

  /// What is asked of text; faint roles need two thirds of it.
  public static let textFloor = 4.5
  /// In OKLab, about the least that eyes can tell apart; a claim's letter says the same in any case.
  public static let leastDistance = 0.02

  /// Looks at everything that a theme can show.
  public init(_ theme: Theme, floor: Double = textFloor, distance: Double = leastDistance) {
    let view = ThemeView(theme)
    self.distance = distance
    rows = Depth.colored.flatMap { depth in
      Role.allCases.map { view.row($0, depth, floor: floor) }
    }
    likenesses = Depth.allCases.flatMap { view.likenesses($0, floor: distance) }
    unseen = Depth.allCases.flatMap { depth in
      view.unseen(depth).map { (look: $0, depth: depth) }
    }
  }

  /// Everything that is wrong, a sentence each; nothing when the theme is good.
  public var failures: [String] {
    rows.filter(\.fails).map { row in
      let over = row.overlay.isEmpty ? "" : " (\(row.overlay.names))"
      return "\(row.role.rawValue)\(over) at \(row.depth.title): contrast "
        + "\((row.contrast ?? 0).short), needs \(row.floor.short)"
    }
      + likenesses.map { like in
        let names = like.roles.map(\.rawValue).joined(separator: " and ")
        return "\(names) at \(like.depth.title): alike for \(like.eyes), "
          + "distance \(like.distance.short), needs \(distance.short)"
      }
      + unseen.map { look, depth in
        "\(look.role.rawValue) at \(depth.title): \(look.overlay.names) cannot be seen"
      }
  }
}

extension Depth {
  /// Those that have colours.
  public static let colored: [Depth] = [.direct, .indexed, .sixteen]

  /// As people say it.
  public var title: String {
    switch self {
    case .mono: "no colours"
    case .sixteen: "16 colours"
    case .indexed: "256 colours"
    case .direct: "true colour"
    }
  }
}

extension Overlay {
  /// Its parts by name, `cursor, marked`.
  public var names: String {
    Self.named.filter { contains($0.overlay) }.map(\.name).joined(separator: ", ")
  }
}

extension Double {
  /// With two places behind the point at most, cut and not rounded: 4.499 is less than 4.5.
  public var short: String {
    let hundredths = Int((self * 100).rounded(.down))
    let rest = hundredths % 100
    if rest == 0 { return "\(hundredths / 100)" }
    let places = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(hundredths / 100).\(places)"
  }
}
