public import PostilCore

/// Which keys mean which command, scope by scope.
public struct KeyMap: Hashable, Sendable {
  /// Keys that mean a command.
  public struct Binding: Hashable, Sendable {
    /// Where they mean it.
    public var scope: Scope
    /// One key, or several after each other.
    public var keys: [Key]
    /// The name of the command, and what it is given after a blank.
    public var command: String
    /// Whether the person set it, in a file of their own.
    public var isOwn: Bool
  }

  /// What keys typed so far amount to.
  public enum Resolution: Hashable, Sendable {
    /// They mean this.
    case command(String)
    /// They begin something; this may follow.
    case pending([Continuation])
    /// They mean nothing.
    case none
  }

  /// A key that may follow.
  public struct Continuation: Hashable, Sendable {
    /// The key.
    public var key: Key
    /// What it means; nil when more keys follow it.
    public var command: String?
  }

  /// What was refused in the person's file, in order of the places.
  public let problems: [Problem]
  private let tables: [Scope: KeyTable]
  private let layout: KeyLayout
  private let live = Memo<[Scope], LiveKeys>()

  /// The text of the built-in key file, with its comments.
  public static var builtIn: String { String(decoding: PackageResources.keys_yaml, as: UTF8.self) }

  /// The built-in keys, and `own`, the text of a person's key file, laid over them.
  ///
  /// What is wrong in it is left out and named in `problems`. `isCommand` is asked about a command's
  /// name without what it is given; `commandNames` serve for hints.
  public init(
    own: String? = nil, file: String = "keys.yaml",
    isCommand: @escaping (String) -> Bool = { Action(rawValue: $0) != nil },
    commandNames: [String] = Action.allCases.map(\.rawValue)
  ) {
    var reader = KeyFileReader(isCommand: isCommand, commandNames: commandNames)
    var tables = reader.read(
      YamlFile(builtIn: PackageResources.keys_yaml, name: "keys.yaml (built in)"))
    if let own {
      let mine = reader.read(YamlFile(own, name: file))
      for (scope, table) in mine {
        reader.problems += tables[scope, default: KeyTable()].lay(table)
      }
    }
    self.tables = tables
    layout = reader.layout
    problems = reader.problems.sorted { first, second in
      let lines = (first.place?.line ?? 0, second.place?.line ?? 0)
      guard lines.0 == lines.1 else { return lines.0 < lines.1 }
      return (first.place?.column ?? 0) < (second.place?.column ?? 0)
    }
  }

  /// What `keys` mean where `scopes` hold, the innermost first.
  ///
  /// Digits are counts when this answers `.none` for them and no key waits for another.
  public func resolve(keys: [Key], scopes: [Scope]) -> Resolution {
    var following: [Continuation] = []
    for binding in bindings(in: scopes) where binding.keys.starts(with: keys) {
      if binding.keys.count == keys.count { return .command(binding.command) }
      let key = binding.keys[keys.count]
      let isLast = binding.keys.count == keys.count + 1
      if !following.contains(where: { $0.key == key }) {
        following.append(Continuation(key: key, command: isLast ? binding.command : nil))
      }
    }
    return following.isEmpty || keys.isEmpty ? .none : .pending(following)
  }

  /// Every binding that can be reached where `scopes` hold, the innermost first: what an inner scope
  /// binds hides the same keys, their beginnings and their continuations in outer ones.
  public func bindings(in scopes: [Scope]) -> [Binding] {
    live(in: scopes).bindings
  }

  /// The same with what is asked of it for every frame, laid out once for each stack of scopes.
  func live(in scopes: [Scope]) -> LiveKeys {
    live.answer(to: scopes) { LiveKeys(reachable(in: $0)) }
  }

  private func reachable(in scopes: [Scope]) -> [Binding] {
    var live: [Binding] = []
    var taken: Set<[Key]> = []
    var begun: Set<[Key]> = []
    for scope in scopes {
      guard let table = tables[scope] else { continue }
      let reachable = table.bindings(in: scope).filter { binding in
        !begun.contains(binding.keys)
          && !binding.keys.beginnings.contains(where: taken.contains)
      }
      live += reachable
      taken.formUnion(table.entries.map(\.keys))
      for binding in reachable { begun.formUnion(binding.keys.beginnings.dropLast()) }
    }
    return live
  }

  /// The keys of a command where `scopes` hold, the innermost first.
  public func bindings(for command: String, in scopes: [Scope]) -> [Binding] {
    bindings(in: scopes).filter { $0.command == command }
  }

  /// The key that a person means who has another keyboard layout on; one that is bound here itself
  /// stays what it is.
  func meant(by key: Key, after pending: [Key], in scopes: [Scope]) -> Key {
    guard case .none = resolve(keys: pending + [key], scopes: scopes) else { return key }
    return layout.meant(by: key)
  }
}
