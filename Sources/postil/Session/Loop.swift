import PostilScreen
import PostilTerminal

/// What wakes the loop.
enum Wake<Event: Sendable>: Sendable {
  case key(Key)
  /// Nothing happened for a moment.
  case pause
  case paste(String)
  /// The window may have another size; the next frame is drawn for it.
  case resize
  case mouse(Mouse)
  case focus(Bool)
  /// What the terminal says of itself.
  case answer(TerminalAnswer)
  /// An answer of the worker.
  case event(Event)
  /// Someone changed the notebook's files, perhaps the worker itself.
  case changed(Watcher.Changes)
}

/// Why the loop ended.
enum Ending: Hashable, Sendable {
  /// The user quit.
  case finished
  /// Someone else ended it; what is unsaved should be saved, and nothing asked.
  case leave(Leave)
}

/// The one loop of the program: draw, sleep, take everything that waits, begin again.
///
/// Everything waiting is taken before the next frame, so that a key held down never builds a
/// backlog. When nothing happens nothing runs.
struct Loop<Event: Sendable> {
  let mailbox: Mailbox<Event>
  let watcher: Watcher
  /// How long nothing has to happen until that is told, where it is to be told at all.
  static var pause: Duration { .milliseconds(250) }

  /// Runs until `isFinished`, or until the program has to leave.
  ///
  /// `handle` may lend the terminal (to an editor) or suspend it. `draw` answers nil when nothing
  /// changed since the last frame; `afterwards` is what can wait until it is shown. A pause is told
  /// while `wantsPause` answers true.
  func run(
    on terminal: inout Terminal,
    handle: (Wake<Event>, inout Terminal) -> Void,
    draw: (Size) -> Canvas?,
    afterwards: () -> Void,
    wantsPause: () -> Bool,
    isFinished: () -> Bool
  ) -> Ending {
    while !isFinished() {
      if let canvas = draw(terminal.size) { terminal.show(canvas) }
      afterwards()
      let came = terminal.wait(
        alongside: [mailbox.descriptor, watcher.descriptor],
        patience: wantsPause() ? Self.pause : nil)
      if !came { handle(.pause, &terminal) }
      for input in terminal.read() where !isFinished() {
        switch input {
        case .key(let key): handle(.key(key), &terminal)
        case .paste(let text): handle(.paste(text), &terminal)
        case .resize: handle(.resize, &terminal)
        case .mouse(let mouse): handle(.mouse(mouse), &terminal)
        case .focus(let isFocused): handle(.focus(isFocused), &terminal)
        case .answer(let answer): handle(.answer(answer), &terminal)
        case .leave(let leave): return .leave(leave)
        }
      }
      for event in mailbox.takeAll() { handle(.event(event), &terminal) }
      let changes = watcher.take()
      if !changes.isEmpty { handle(.changed(changes), &terminal) }
    }
    return .finished
  }
}
