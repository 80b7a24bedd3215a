import Foundation
import PostilCore
import PostilScreen

/// A notebook at work without a screen: every event is settled before the next one is taken.
final class Sitting {
  let workbench: Workbench
  private(set) var state: State
  private let worker: Worker
  private let mailbox = Mailbox<Event>()
  /// Does what a terminal is needed for; an answer is taken like the worker's.
  var carryOut: (Effect) -> Event? = { _ in nil }
  /// Is told every event before it is taken.
  var hears: (Event) -> Void = { _ in }

  /// Paths that are typed begin at `startFolder`.
  init(_ workbench: Workbench, settings: Settings, startFolder: String, size: Size) {
    self.workbench = workbench
    worker = Worker(workbench, startFolder: startFolder, mailbox: mailbox)
    state = State(
      size: size, today: workbench.today, title: workbench.notebook.title,
      keyMap: settings.keyMap, themes: settings.themes, theme: settings.theme)
  }

  /// Asks for what is shown first, and waits for it.
  func begin() {
    perform(state.begin())
    settle()
  }

  /// Takes an event and everything that follows from it.
  func take(_ event: Event) {
    hears(event)
    perform(update(&state, event))
    settle()
  }

  /// Carries out an action as a key would.
  func run(_ action: Action, count: Int? = nil, argument: String = "") {
    perform(state.perform(action, count: count, argument: argument))
    settle()
  }

  /// Takes apart a line that was typed for `--plain`.
  func plainLine(_ line: String) -> [PlainStep]? { state.plainLine(line) }

  /// Forgets what was said before.
  func clearMessage() { state.clearMessage() }

  /// Brings back what the screen remembered.
  func recall(_ memory: Memory) { state.memory = memory }

  /// Saves what is open and waits until everything asked for is written.
  func finish() {
    perform(state.abandon())
    settle()
    worker.finish()
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      if let event = carryOut(effect) { mailbox.post(event) }
      worker.perform(effect)
    }
  }

  /// Answers ask for more, so until nothing comes any more.
  private func settle() {
    while true {
      worker.settle()
      let events = mailbox.takeAll()
      if events.isEmpty { return }
      for event in events {
        hears(event)
        perform(update(&state, event))
      }
    }
  }
}
