/// What a cell means; a theme says how that looks. The raw values are the names in theme files.
///
/// A role that a theme leaves out falls back by dropping its last dotted part, then to `text`.
public enum Role: String, CaseIterable, Sendable {
  case text, dim, rule
  case title, author, date, link, cashtag, mention, hashtag
  case claim
  case claimOpen = "claim.open"
  case claimSupported = "claim.supported"
  case claimRefuted = "claim.refuted"
  case claimMixed = "claim.mixed"
  case claimVoid = "claim.void"
  case claimForecast = "claim.forecast"
  case marginHead = "margin.head"
  case marginNote = "margin.note"
  case tag
  case tagAmber = "tag.amber"
  case tagGreen = "tag.green"
  case tagRose = "tag.rose"
  case tagViolet = "tag.violet"
  case tagBlue = "tag.blue"
  case label
  case suggestion
  case match
  case status
  case message
  case problem
  case prompt
  case hint
  case hintKey = "hint.key"
  case unread
  case star
}

/// What lies over a role and patches how it looks.
public struct Overlay: OptionSet, Hashable, Sendable {
  /// One bit for each single overlay.
  public let rawValue: UInt8

  /// The overlays whose bits are set.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The row or item the cursor is on.
  public static let cursor = Overlay(rawValue: 1)
  /// The words a verb would act on.
  public static let span = Overlay(rawValue: 2)
  /// A row marked with Space.
  public static let marked = Overlay(rawValue: 4)
  /// A search hit.
  public static let match = Overlay(rawValue: 8)
  /// An end of a claim inside another one, or the end of a span that keys move.
  public static let edge = Overlay(rawValue: 16)
}

/// A role and what lies over it.
public struct Look: Hashable, Sendable {
  /// What is shown.
  public var role: Role
  /// What lies over it.
  public var overlay: Overlay

  /// A role with `overlay` over it.
  public init(_ role: Role, _ overlay: Overlay = []) {
    self.role = role
    self.overlay = overlay
  }
}

/// A colour as one terminal depth can show it.
public enum Color: Hashable, Sendable {
  /// The terminal's own.
  case own
  /// `0xRRGGBB`.
  case direct(UInt32)
  /// An index of the 256 (or, below 16, of the 16) colours.
  case indexed(UInt8)
}

/// How cells are drawn: colours and attributes, ready for the terminal.
public struct Style: Hashable, Sendable {
  /// What a terminal can do to letters besides colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each attribute.
    public let rawValue: UInt8

    /// The attributes whose bits are set.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Heavier.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter; left out by some terminals.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted; left out by some terminals.
    public static let italic = Attributes(rawValue: 4)
    /// With a line below.
    public static let underline = Attributes(rawValue: 8)
    /// With foreground and background changed for each other.
    public static let reverse = Attributes(rawValue: 16)
  }

  /// The colour of letters.
  public var foreground: Color
  /// The colour behind them.
  public var background: Color
  /// What else is done to them.
  public var attributes: Attributes

  /// The terminal's own colours where nothing else is said.
  public init(
    foreground: Color = .own, background: Color = .own, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// How many colours the terminal has.
public enum Depth: String, CaseIterable, Sendable {
  case mono, sixteen, indexed, direct
}
