internal import PostilCore

/// The keys of one scope; none is the beginning of another.
struct KeyTable: Hashable, Sendable {
  /// One line of a key file.
  struct Entry: Hashable, Sendable {
    var keys: [Key]
    /// Nil when the keys are unbound.
    var command: String?
    var place: Problem.Place
    var isOwn = false
  }

  private(set) var entries: [Entry] = []

  /// Adds a line of the same file, unless its keys clash with an earlier one.
  mutating func add(_ entry: Entry, scope: Scope) -> Problem? {
    for earlier in entries where entry.clashes(with: earlier) {
      let line = earlier.place.line.map { " in line \($0)" } ?? ""
      let what =
        entry.keys == earlier.keys
        ? "`\(entry.keys.name)` is bound twice in \(scope.rawValue), first\(line)"
        : "`\(entry.keys.name)` and `\(earlier.keys.name)`\(line) begin alike in \(scope.rawValue)"
      return Problem(what, at: entry.place, hint: "Keep one of them; the first one counts.")
    }
    entries.append(entry)
    return nil
  }

  /// Lays the lines of a person's file over these. Unbound keys go first, with all that they begin;
  /// what then still clashes with a binding of ours is refused.
  mutating func lay(_ own: KeyTable) -> [Problem] {
    for entry in own.entries where entry.command == nil {
      entries.removeAll { $0.keys.starts(with: entry.keys) }
      entries.append(entry.own)
    }
    var problems: [Problem] = []
    for entry in own.entries where entry.command != nil {
      if let index = entries.firstIndex(where: { $0.keys == entry.keys }) {
        entries[index] = entry.own
      } else if let other = entries.first(where: { !$0.isOwn && entry.clashes(with: $0) }) {
        let line = other.place.line.map { " (built in, line \($0))" } ?? ""
        problems.append(
          Problem(
            "`\(entry.keys.name)` and `\(other.keys.name)`, which means \(other.command ?? "nothing")"
              + "\(line), begin alike", at: entry.place,
            hint: "Unbind that first: `\(other.keys.name): null`."))
      } else {
        entries.append(entry.own)
      }
    }
    return problems
  }

  func bindings(in scope: Scope) -> [KeyMap.Binding] {
    entries.compactMap { entry in
      entry.command.map {
        KeyMap.Binding(scope: scope, keys: entry.keys, command: $0, isOwn: entry.isOwn)
      }
    }
  }
}

extension KeyTable.Entry {
  /// The same, as a line of the person's file.
  fileprivate var own: Self {
    var copy = self
    copy.isOwn = true
    return copy
  }

  /// Whether a person who types the keys of one could mean the other. Unbinding `t` and binding
  /// `t s` go together.
  fileprivate func clashes(with other: Self) -> Bool {
    if keys == other.keys { return true }
    guard command != nil, other.command != nil else { return false }
    return keys.starts(with: other.keys) || other.keys.starts(with: keys)
  }
}

extension [Key] {
  /// The sequence's first key, its first two, … and itself.
  var beginnings: [[Key]] { indices.map { Array(self[...$0]) } }
}
