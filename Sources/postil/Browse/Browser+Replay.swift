import PostilCore
import PostilScreen
import PostilTerminal

extension Browser {
  /// Presses the keys of a session, each when what the one before led to is on the screen.
  ///
  /// A key that is typed meanwhile stops it. Answers why the program has to end, when it has.
  func play(_ replay: inout Replay, on terminal: inout Terminal) -> Leave? {
    // Labels and pages are those of the screen on which the session was made.
    if let size = replay.script.size { take(.resized(size), on: &terminal) }
    defer { if replay.stays { take(.resized(terminal.size), on: &terminal) } }
    settle(on: &terminal)
    while !state.isFinished {
      for input in terminal.read() {
        switch input {
        case .leave(let leave): return leave
        case .resize, .mouse, .focus, .answer: break
        case .key, .paste:
          take(.message("stopped after \(replay.pressed) keys of the session"), on: &terminal)
          return nil
        }
      }
      guard let key = replay.next() else { break }
      take(.key(key), on: &terminal)
      settle(on: &terminal)
      restyle(&terminal)
      terminal.show(view(state))
    }
    return nil
  }

  /// Takes answers until nothing more comes of them.
  private func settle(on terminal: inout Terminal) {
    while true {
      performLater()
      worker.settle()
      let events = mailbox.takeAll()
      if events.isEmpty { return }
      for event in events { take(event, on: &terminal) }
    }
  }
}
