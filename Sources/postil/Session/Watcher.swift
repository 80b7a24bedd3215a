/// Tells which files of a notebook were changed, by anyone, this program included.
///
/// Where the system has no inotify nothing is ever told, and reading the notebook again is up to the
/// user. What begins with a dot is not watched.
final class Watcher: Sendable {
  /// What changed since the last time.
  enum Changes: Hashable, Sendable {
    /// Paths relative to the notebook; files that are gone are among them.
    case paths(Set<String>)
    /// More than can be told one by one: a folder was moved, or the system lost count.
    case everything

    var isEmpty: Bool { self == .paths([]) }
  }

  /// Readable while changes wait; -1 when there is nothing to watch with.
  let descriptor: Int32

  #if os(Linux)
    private let folders: WatchedFolders?

    /// Prepares to watch a folder; nothing is told before `start`.
    init(_ root: String) {
      folders = WatchedFolders(root)
      descriptor = folders?.descriptor ?? -1
    }

    /// Begins to watch, from any thread: it walks through all folders.
    ///
    /// Answers false when some are not watched: the system's limit (`fs.inotify.max_user_watches`)
    /// may be lower than their number.
    func start() -> Bool {
      folders?.watchAll() ?? false
    }

    /// Takes what waits. Does not wait.
    func take() -> Changes {
      folders?.take() ?? .paths([])
    }
  #else
    init(_ root: String) { descriptor = -1 }

    func start() -> Bool { false }

    func take() -> Changes { .paths([]) }
  #endif
}
