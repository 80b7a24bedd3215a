import PostilCore

/// What a person's own files say, and what the terminal's background asks for.
extension State {
  /// Takes over keys, themes and settings when the program starts.
  public mutating func configure(_ configuration: Configuration) {
    self.configuration = configuration
    keyMap = configuration.keyMap
    themes = configuration.themes
    theme = configuration.pair.theme(onLight: isOnLight)
    wantsMouse = configuration.mouse
  }

  /// Takes over files that were read anew. Whoever has chosen a theme since keeps it by its name.
  mutating func reconfigure(_ new: Configuration, _ problems: [Problem]) -> [Effect] {
    guard problems.isEmpty else {
      for problem in problems { complain(problem) }
      message?.text += " · keys and themes stay as they were"
      return []
    }
    guard new != configuration else { return [] }
    let old = configuration
    let chosen = theme
    configuration = new
    keyMap = new.keyMap
    themes = new.themes
    if new.pair == old?.pair, chosen != old?.pair.theme(onLight: isOnLight) {
      theme = new.themes.named(chosen.name) ?? chosen
    } else {
      theme = new.pair.theme(onLight: isOnLight)
    }
    say("keys, themes and settings read anew")
    let looked = new.breakpoints == old?.breakpoints ? [] : fit(size)
    return looked + (new.mouse == old?.mouse ? [] : setMouse(new.mouse))
  }

  /// The terminal's background became known: takes the theme for it, unless one was chosen.
  mutating func take(backgroundIsLight isLight: Bool) {
    guard isLight != isOnLight else { return }
    let usual = configuration?.pair.theme(onLight: isOnLight)
    isOnLight = isLight
    if let pair = configuration?.pair, theme == usual { theme = pair.theme(onLight: isLight) }
  }

  /// `:theme`: a list that shows each theme while one moves in it.
  mutating func chooseTheme(_ name: String) -> [Effect] {
    guard !name.isEmpty else {
      layer = .picker(themePicker())
      return []
    }
    if name == "auto", let pair = configuration?.pair {
      wear(pair.theme(onLight: isOnLight), as: "auto")
      return []
    }
    if let found = themes.named(name) {
      wear(found, as: found.name)
      return []
    }
    if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return [.readTheme(name)]
    }
    say("there is no theme “\(name)” · :theme shows them all")
    return []
  }

  /// Draws with a theme from now on, and says how to keep it.
  mutating func wear(_ theme: Theme, as name: String) {
    self.theme = theme
    say("theme: \(name) · `theme: \(name.lowercased())` in config.yaml keeps it")
  }

  private func themePicker() -> Picker {
    let variants = ["dark": "for dark backgrounds", "light": "for light ones", "any": "for any"]
    let themes = themes.all
    var picker = Picker(
      .theme(before: theme), title: "theme",
      items: themes.map {
        Picker.Item(value: $0.name, text: variants[$0.variant.rawValue] ?? "")
      })
    picker.cursor = themes.firstIndex { $0.name == theme.name } ?? 0
    return picker
  }

  /// Shows the theme under the cursor of the list, and nothing else.
  mutating func preview(_ picker: Picker) {
    guard case .theme(let before) = picker.purpose else { return }
    theme = picker.current.flatMap { themes.named($0.value) } ?? before
  }
}
