/// What the keys of another keyboard layout stand for on the one that key files are written for.
///
/// Both are told by the place of the key: on a Russian keyboard `о` lies where `j` does.
struct KeyLayout: Hashable, Sendable {
  private var letters: [Character: Character] = [:]

  /// Characters without another meaning: nothing is translated.
  init() {}

  /// Adds characters and what they stand for, in the same order; capitals follow by themselves.
  ///
  /// Answers false, and adds nothing, when there are not as many of both.
  mutating func add(_ from: some Sequence<Character>, _ to: some Sequence<Character>) -> Bool {
    let (from, to) = (Array(from), Array(to))
    guard from.count == to.count, !from.isEmpty else { return false }
    for (own, meant) in zip(from, to) where letters[own] == nil { letters[own] = meant }
    for (own, meant) in zip(from, to) {
      let capital = own.uppercased()
      guard let upper = capital.first, capital.count == 1, upper != own, letters[upper] == nil,
        let shifted = Self.shifted(meant)
      else { continue }
      letters[upper] = shifted
    }
    return true
  }

  /// The key that a person means who pressed another one; the same when it is none of these.
  func meant(by key: Key) -> Key {
    switch key {
    case .character(let letter): letters[letter].map(Key.character) ?? key
    case .control(let letter): letters[letter].map(Key.control) ?? key
    case .alt(let letter): letters[letter].map(Key.alt) ?? key
    default: key
    }
  }

  /// What Shift makes of a key on the keyboard that key files are written for.
  private static func shifted(_ character: Character) -> Character? {
    if let index = plain.firstIndex(of: character) { return shift[index] }
    let upper = character.uppercased()
    return upper.count == 1 ? upper.first : nil
  }

  private static let plain = Array("`1234567890-=[]\\;',./")
  private static let shift = Array("~!@#$%^&*()_+{}|:\"<>?")
}

extension KeyLayout {
  /// Layouts that need only be named, row by row from the top left, as their keyboards are printed.
  static let known: [(name: String, from: String, to: String)] = [
    ("russian", "йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
    ("ukrainian", "йцукенгшщзхїфівапролджєячсмитьбюґ", "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\"),
    ("greek", "ερτυθιοπασδφγηξκλζχψωβνμς", "ertyuiopasdfghjklzxcvbnmw"),
    ("hebrew", "קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),
  ]
}
