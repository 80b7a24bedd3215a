/// Keys as they are written in key files: `j`, `C-d`, `A-b`, `<Enter>`, `<S-Tab>`, `<F1>`, `<Space>`.
extension Key {
  /// The key that a name means; nil when none does.
  ///
  /// Upper and lower case count in letters only. `C-i`, `C-m` and `C-[` are Tab, Enter and Escape,
  /// because terminals send the same for them.
  public init?(named name: some StringProtocol) {
    var rest = name[...]
    if rest.count > 2, rest.first == "<", rest.last == ">" { rest = rest.dropFirst().dropLast() }
    var modifiers: Set<Character> = []
    while rest.count > 2, rest.dropFirst().first == "-", let modifier = Self.modifier(rest.first) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    guard let base = Self.base(String(rest)), let key = base.with(modifiers) else { return nil }
    self = key
  }

  /// The name that `init(named:)` reads.
  public var name: String {
    switch self {
    case .character(" "): "<Space>"
    case .character(let character): String(character)
    case .control(let letter): "C-" + Key.character(letter).name
    case .alt("\u{7F}"), .alt("\u{8}"): "A-<Backspace>"
    case .alt(let letter): "A-" + Key.character(letter).name
    case .function(let number): "<F\(number)>"
    default: "<\(Self.special.first { $0.key == self }?.name ?? "?")>"
    }
  }

  /// The name for people, as hints and help show it: `Ctrl+D`, `Shift+Tab`, `Enter`.
  public var label: String {
    switch self {
    case .character(" "): return "Space"
    case .character(let character): return String(character)
    case .control(let letter): return "Ctrl+" + Key.character(letter).label.uppercased()
    case .alt("\u{7F}"), .alt("\u{8}"): return "Alt+Backspace"
    case .alt(let letter): return "Alt+" + Key.character(letter).label
    default:
      let name = String(name.dropFirst().dropLast())
      let words = [("S-", "Shift+"), ("A-", "Alt+"), ("C-", "Ctrl+")]
      guard let (short, long) = words.first(where: { name.hasPrefix($0.0) }) else { return name }
      return long + name.dropFirst(short.count)
    }
  }

  /// The digit, for counts.
  public var digit: Int? {
    guard case .character(let character) = self, character.isASCII else { return nil }
    return character.wholeNumberValue
  }

  /// Names without brackets of all keys that have one, F1 to F12 included.
  static var specialNames: [String] {
    special.map(\.name) + ["Space"] + (1...12).map { "F\($0)" }
  }

  private static let special: [(key: Key, name: String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "S-Tab"),
    (.backspace, "Backspace"), (.delete, "Delete"), (.insert, "Insert"),
    (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"),
    (.home, "Home"), (.end, "End"), (.pageUp, "PageUp"), (.pageDown, "PageDown"),
    (.shiftUp, "S-Up"), (.shiftDown, "S-Down"), (.shiftLeft, "S-Left"), (.shiftRight, "S-Right"),
    (.altUp, "A-Up"), (.altDown, "A-Down"), (.altLeft, "A-Left"), (.altRight, "A-Right"),
    (.controlUp, "C-Up"), (.controlDown, "C-Down"),
    (.controlLeft, "C-Left"), (.controlRight, "C-Right"),
  ]

  private static let aliases = [
    "return": "enter", "cr": "enter", "escape": "esc", "bs": "backspace", "del": "delete",
    "ins": "insert", "pgup": "pageup", "pgdn": "pagedown", "pgdown": "pagedown",
  ]

  private static func modifier(_ letter: Character?) -> Character? {
    switch letter {
    case "C", "A", "S": letter
    case "M": "A"
    default: nil
    }
  }

  private static func base(_ text: String) -> Key? {
    if text.count == 1, let character = text.first { return .character(character) }
    var word = text.lowercased()
    if word.hasPrefix("<"), word.hasSuffix(">") { word = String(word.dropFirst().dropLast()) }
    word = aliases[word] ?? word
    if word == "space" { return .character(" ") }
    if word.first == "f", let number = Int(word.dropFirst()), (1...63).contains(number) {
      return .function(number)
    }
    return special.first { $0.name.lowercased() == word }?.key
  }

  private func with(_ modifiers: Set<Character>) -> Key? {
    guard !modifiers.isEmpty else { return self }
    guard modifiers.count == 1, let modifier = modifiers.first else { return nil }
    switch (modifier, self) {
    case ("C", .character("i")), ("C", .character("I")): return .tab
    case ("C", .character("m")), ("C", .character("M")): return .enter
    case ("C", .character("[")): return .escape
    case ("C", .character(let letter)): return letter.lowercased().first.map(Key.control)
    case ("A", .character(let letter)): return .alt(letter)
    case ("A", .backspace): return .alt("\u{7F}")
    default:
      let name = "\(modifier)-" + self.name.dropFirst().dropLast()
      return Self.special.first { $0.name == name }?.key
    }
  }
}

extension [Key] {
  /// A sequence as it is written in key files, with blanks between its keys: `t s`.
  public init?(named names: some StringProtocol) {
    self = []
    for name in names.split(separator: " ") {
      guard let key = Key(named: name) else { return nil }
      append(key)
    }
    if isEmpty { return nil }
  }

  /// The names that `init(named:)` reads.
  public var name: String { map(\.name).joined(separator: " ") }

  /// The name for people.
  public var label: String { map(\.label).joined(separator: " ") }
}
