#if os(Linux)
  import Glibc
  import Synchronization

  /// The folders of a notebook, as inotify watches them: one watch each.
  final class WatchedFolders: Sendable {
    let descriptor: Int32
    private let root: String
    /// Watched folders by number, relative to the root, which is `""`.
    private let folders = Mutex<[Int32: String]>([:])

    private static let wanted =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
      | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK

    init?(_ root: String) {
      descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      self.root = root
    }

    deinit {
      close(descriptor)
    }

    func watchAll() -> Bool {
      var files: Set<String>?
      return watch("", collecting: &files)
    }

    /// Reads all events that wait.
    func take() -> Watcher.Changes {
      var changed: Set<String> = []
      var lost = false
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { break }
        for event in Self.events(in: buffer.prefix(count)) where !note(event, in: &changed) {
          lost = true
        }
      }
      return lost ? .everything : .paths(changed)
    }

    private struct Event {
      var watch: Int32
      var mask: Int32
      var name: String
    }

    /// The kernel's records: watch, mask, cookie, length of the name, the name with zeros behind it.
    private static func events(in bytes: ArraySlice<UInt8>) -> [Event] {
      var events: [Event] = []
      var rest = bytes
      let header = MemoryLayout<inotify_event>.size
      while rest.count >= header {
        let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
        let name = rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
        events.append(
          Event(
            watch: event.wd, mask: Int32(bitPattern: event.mask),
            name: String(decoding: name, as: UTF8.self)))
        rest = rest.dropFirst(header + Int(event.len))
      }
      return events
    }

    /// Adds what an event says; answers false when it cannot be told by paths.
    private func note(_ event: Event, in changed: inout Set<String>) -> Bool {
      if event.mask & IN_Q_OVERFLOW != 0 { return false }
      if event.mask & IN_IGNORED != 0 {
        folders.withLock { $0[event.watch] = nil }
        return true
      }
      guard let folder = folders.withLock({ $0[event.watch] }), !event.name.hasPrefix(".") else {
        return true
      }
      let path = folder.isEmpty ? event.name : folder + "/" + event.name
      guard event.mask & IN_ISDIR != 0 else {
        // A file that was made is told when it is written and closed.
        if event.mask & IN_CREATE == 0 { changed.insert(path) }
        return true
      }
      if event.mask & IN_MOVED_FROM != 0 {
        forget(path)
        return false
      }
      guard event.mask & (IN_CREATE | IN_MOVED_TO) != 0 else { return true }
      // Files may have come into it before it was watched.
      var files: Set<String>? = []
      let isComplete = watch(path, collecting: &files)
      changed.formUnion(files ?? [])
      return isComplete
    }

    /// A folder that was moved away goes on being watched, under a name that is no longer its own.
    private func forget(_ path: String) {
      folders.withLock { folders in
        for (watch, folder) in folders where folder == path || folder.hasPrefix(path + "/") {
          inotify_rm_watch(descriptor, watch)
          folders[watch] = nil
        }
      }
    }

    /// Watches a folder and those below it; collects the files in them, unless that is nil.
    private func watch(_ path: String, collecting files: inout Set<String>?) -> Bool {
      let absolute = path.isEmpty ? root : root + "/" + path
      let number = inotify_add_watch(descriptor, absolute, UInt32(Self.wanted))
      // Gone again, or a file after all.
      if number < 0 { return errno == ENOENT || errno == ENOTDIR }
      folders.withLock { $0[number] = path }
      guard let folder = opendir(absolute) else { return errno == ENOENT }
      defer { closedir(folder) }
      var isComplete = true
      while let entry = readdir(folder) {
        let type = Int(entry.pointee.d_type)
        let mayBeFolder = type == DT_DIR || type == DT_UNKNOWN
        guard mayBeFolder || files != nil, entry.pointee.d_name.0 != CChar(UInt8(ascii: ".")) else {
          continue
        }
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
        }
        let inner = path.isEmpty ? name : path + "/" + name
        if type != DT_DIR { files?.insert(inner) }
        if mayBeFolder { isComplete = watch(inner, collecting: &files) && isComplete }
      }
      return isComplete
    }
  }
#endif
