import PostilCore

/// Which records are looked up.
public enum PlaceAsk: Hashable, Sendable {
  /// Those of some names or addresses.
  case named([String])
  /// Those that refer to one.
  case referring(to: String)
  /// Those that share something with one, and those that name it without a link.
  case related(to: String)
  /// Those that what was typed may mean.
  case like(String)
}

/// Where following leads to, while the names are looked up.
struct Following: Hashable, Sendable {
  /// What the selected words name: these go first.
  var near: [String]
  /// What else belongs to what is in hand.
  var far: [String]

  var names: [String] { near + far.filter { !near.contains($0) } }
}

/// What a `[[` that is being written may become.
public struct Completion: Sendable {
  /// Records offered at once.
  public static let most = 12

  /// What was typed after the brackets.
  var typed: String
  /// Where that begins in the note, in code points.
  var start: Int
  var places: [Place] = []
  var cursor = 0

  /// The note that would be made, when none is called so.
  var newNote: String? {
    let title = typed.split(separator: " ").joined(separator: " ")
    guard !title.isEmpty else { return nil }
    let id = Note.id(forTitle: title)
    return places.contains { $0.id == id || $0.id == title } ? nil : id
  }

  /// One line for each choice: what it is, and its words.
  var lines: [(kind: String, words: String)] {
    places.map { ($0.kind.rawValue, $0.line) } + (newNote.map { [("new", $0)] } ?? [])
  }

  /// The link that the choice means; with words where they say more than the name.
  func link(withWords: Bool) -> String? {
    guard places.indices.contains(cursor) else {
      guard let newNote else { return nil }
      return "[[\(newNote)" + (newNote == typed ? "]]" : "|\(Self.plain(typed))]]")
    }
    let place = places[cursor]
    return withWords ? "[[\(place.id)|\(Self.plain(place.caption))]]" : Link.to(place.id)
  }

  private static func plain(_ words: String) -> String {
    let words = words.filter { !"[]|\n".contains($0) }
    return Glyph.clipped(words.split(separator: " ").joined(separator: " "), to: 60)
  }
}

extension Place {
  /// Who and when, of a post; its name when neither is known.
  var origin: String { source.isEmpty ? post ?? id : source }

  private var source: String {
    [author, posted.map { "\($0.day)" }].compactMap(\.self).joined(separator: " ")
  }

  /// What a link to it is called.
  var caption: String {
    switch kind {
    case .post: source.isEmpty ? words : source
    case .tag: id
    case .claim, .note, .query: words.isEmpty ? id : words
    }
  }

  /// What tells it from others, in a line.
  var line: String {
    switch kind {
    case .post: "\(source) \(words)"
    case .tag: "\(id) \(words == id ? "" : words)"
    case .claim, .note, .query: words.isEmpty ? id : words
    }
  }
}
