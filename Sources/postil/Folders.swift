import Foundation
import PostilCore

/// Where Postil keeps what is no part of a notebook, by the XDG base directory specification.
struct Folders: Sendable {
  /// For the index, which can be thrown away.
  let cache: String
  /// For the undo log.
  let state: String

  /// The folders for a notebook, keyed by its real path.
  init(for notebook: Notebook, environment: [String: String]) {
    let key = ContentHash.sha256(of: notebook.root).prefix(16)
    cache = Self.base("XDG_CACHE_HOME", "/.cache", environment) + "/postil/\(key)"
    state = Self.base("XDG_STATE_HOME", "/.local/state", environment) + "/postil/\(key)"
  }

  /// For keys, themes and preferences, which are the same for all notebooks.
  static func config(_ environment: [String: String] = ProcessInfo.processInfo.environment)
    -> String
  {
    base("XDG_CONFIG_HOME", "/.config", environment) + "/postil"
  }

  /// What a variable says, when it is an absolute path as the specification asks for.
  private static func base(_ name: String, _ usual: String, _ environment: [String: String])
    -> String
  {
    if let path = environment[name], path.hasPrefix("/") { return path }
    return (environment["HOME"] ?? NSHomeDirectory()) + usual
  }
}
