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
  case label
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
  public let rawValue: UInt8

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
}

/// A role and what lies over it.
public struct Look: Hashable, Sendable {
  public var role: Role
  public var overlay: Overlay

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
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let reverse = Attributes(rawValue: 16)
  }

  public var foreground: Color
  public var background: Color
  public var attributes: Attributes

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
