/// Keys, themes and settings as a person has them: what is built in, and their files laid over it.
public struct Configuration: Hashable, Sendable {
  /// What keys mean.
  public var keyMap: KeyMap
  /// All themes that `:theme` offers.
  public var themes: Themes
  /// The one to begin with, for each background.
  public var pair: ThemePair
  /// Whether the mouse is Postil's.
  public var mouse: Bool
  /// From which widths on there is more than the text.
  public var breakpoints: Breakpoints

  /// All of it.
  public init(
    keyMap: KeyMap, themes: Themes, pair: ThemePair, mouse: Bool,
    breakpoints: Breakpoints = Breakpoints()
  ) {
    self.keyMap = keyMap
    self.themes = themes
    self.pair = pair
    self.mouse = mouse
    self.breakpoints = breakpoints
  }
}

/// One theme for a dark background and one for a light one; they may be the same.
public struct ThemePair: Hashable, Sendable {
  /// Where nothing is known of the background, too.
  public var dark: Theme
  /// For a light background.
  public var light: Theme

  /// A pair of themes.
  public init(dark: Theme, light: Theme) {
    self.dark = dark
    self.light = light
  }

  /// The theme for a background.
  public func theme(onLight isLight: Bool) -> Theme { isLight ? light : dark }
}
