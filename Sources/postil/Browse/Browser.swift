import PostilCore
import PostilImport
import PostilScreen
import PostilTerminal

/// The screen of one notebook: joins terminal, state and worker until the user leaves.
///
/// It belongs to the main thread.
final class Browser {
  /// What the screen was opened for.
  enum Errand {
    case browse
    /// Cutting a pasted text into posts; the screen closes when that is accepted or given up.
    case split(name: String, SplitDraft)
  }

  /// How it ended.
  struct Outcome {
    var ending: Ending
    /// The text as it is to be cut, when that was the errand; nil when it was given up.
    var draft: SplitDraft?
  }

  /// Keys that are pressed by themselves once the screen is there.
  var replay: Replay?
  /// Where the keys that are pressed are written down.
  var recording: Recording?

  let workbench: Workbench
  let worker: Worker
  let mailbox = Mailbox<Event>()
  var state: State
  private let watcher: Watcher
  private let errand: Errand
  private var accepted: SplitDraft?
  private var typeAhead = TypeAhead()
  private var hasChanged = true
  /// What is to be read once the frame is shown: whoever pressed the key waits for that.
  private var later: [Effect] = []
  private var shownTheme: Theme?
  let configFolder: String
  /// The files of keys and themes as they were read last.
  var configStamp: [String]

  /// Paths that are typed begin at `startFolder`.
  init(_ workbench: Workbench, settings: Settings, startFolder: String, errand: Errand = .browse) {
    self.workbench = workbench
    self.errand = errand
    configFolder = settings.folder
    configStamp = settings.stamp
    worker = Worker(workbench, startFolder: startFolder, mailbox: mailbox)
    watcher = Watcher(workbench.notebook.root)
    state = State(
      size: Size(rows: 24, columns: 80), today: workbench.today, title: workbench.notebook.title,
      keyMap: settings.keyMap, themes: settings.themes, theme: settings.theme)
    state.configure(settings.configuration)
    state.suggestions = settings.suggestions
    state.memory = workbench.remembered()
    for problem in settings.problems { _ = update(&state, .failed(problem)) }
  }

  /// Shows the screen until the user leaves or the program has to end; everything asked for is
  /// written by then, and the terminal is given back.
  ///
  /// - Throws: when there is no terminal.
  func run(color: ColorChoice) throws(Problem) -> Outcome {
    if let size = TerminalDevice.windowSize { state.size = size }
    let effects = begin()
    // The first rows come while the terminal is being taken over; all else waits until they are shown.
    for effect in effects where effect.isOfRows { worker.perform(effect) }
    let ending = try show(color, then: effects.filter { !$0.isOfRows })
    if case .leave = ending { for effect in state.abandon() { worker.perform(effect) } }
    worker.finish()
    takeLastAnswers()
    workbench.remember(state.memory)
    return Outcome(ending: ending, draft: accepted)
  }

  private func begin() -> [Effect] {
    switch errand {
    case .browse: state.begin()
    case .split(let name, let draft): update(&state, .splitProposed(name: name, draft))
    }
  }

  private func show(_ color: ColorChoice, then effects: [Effect]) throws(Problem) -> Ending {
    var terminal = try Terminal(color: color, asksBackground: state.heedsBackground)
    terminal.mouse = state.wantsMouse
    if terminal.size != state.size { take(.resized(terminal.size), on: &terminal) }
    takeFirstAnswers(on: &terminal)
    let waits = state.heedsBackground && !state.knowsBackground
    if waits { terminal.awaitBackground() }
    if let isLight = terminal.isLight { take(.background(isLight: isLight), on: &terminal) }
    restyle(&terminal)
    if let canvas = draw() { terminal.show(canvas) }
    if waits {
      state.knowsBackground = true
      workbench.remember(state.memory)
    }
    performLater()
    for effect in effects { worker.perform(effect) }
    worker.watch(watcher)
    if var replay {
      let leave = play(&replay, on: &terminal)
      self.replay = replay
      if let leave { return .leave(leave) }
      if !replay.stays { return .finished }
    }
    return Loop(mailbox: mailbox, watcher: watcher).run(
      on: &terminal,
      handle: { wake, terminal in handle(wake, on: &terminal) },
      draw: { _ in draw() },
      afterwards: { performLater() },
      wantsPause: { state.wantsPause },
      isFinished: { isFinished })
  }

  /// Waits a moment for the first rows, so that the first frame is a full one and nothing flickers.
  private func takeFirstAnswers(on terminal: inout Terminal) {
    guard case .browse = errand else { return }
    let deadline = ContinuousClock.now + .milliseconds(80)
    while !state.isComplete, mailbox.wait(until: deadline) {
      for event in mailbox.takeAll() { handle(.event(event), on: &terminal) }
    }
  }

  /// Tells on standard error what went wrong at the very end; a note is never lost by it.
  private func takeLastAnswers() {
    for event in mailbox.takeAll() {
      if case .failed(let problem) = event { Console.complain(of: problem) }
      _ = update(&state, event)
    }
    guard let note = state.unsaved else { return }
    do throws(Problem) {
      let path = try workbench.keep(note.text, as: note.target)
      Console.remark("postil: the note could not be saved; it is in \(path)")
    } catch {
      Console.complain(of: error)
      Console.remark(note.text)
    }
  }

  private func handle(_ wake: Wake<Event>, on terminal: inout Terminal) {
    switch wake {
    case .pause: take(.paused, on: &terminal)
    case .key(let key):
      // A night may have passed since the last one.
      if workbench.today != state.today { take(.today(workbench.today), on: &terminal) }
      takeInTurn(.key(key), on: &terminal)
    case .paste(let text): takeInTurn(.paste(text), on: &terminal)
    case .resize: take(.resized(terminal.size), on: &terminal)
    case .mouse(let mouse): takeInTurn(.mouse(mouse), on: &terminal)
    case .focus(let isFocused): take(.focus(isFocused), on: &terminal)
    case .answer(.background(let isLight)): take(.background(isLight: isLight), on: &terminal)
    case .answer(.attributes): break
    case .event(let event): take(event, on: &terminal)
    case .changed(let changes): worker.take(changes)
    }
    while !isFinished, let event = typeAhead.next() { take(event, on: &terminal) }
    restyle(&terminal)
  }

  private func takeInTurn(_ event: Event, on terminal: inout Terminal) {
    if !typeAhead.holds(event) { take(event, on: &terminal) }
  }

  /// Lets the state know, and does what it asks for.
  func take(_ event: Event, on terminal: inout Terminal) {
    switch event {
    case .ahead, .paused: break
    default: hasChanged = true
    }
    let place = state.place
    let effects = update(&state, event)
    recording?.add(event, endsLine: state.place != place)
    if typeAhead.note(effects, after: event) { worker.wake(after: TypeAhead.patience) }
    if typeAhead.note(awaitsPage: state.awaitsPage) { worker.wake(after: TypeAhead.pagePatience) }
    for effect in effects {
      if case (.split, .acceptSplit(_, let draft)) = (errand, effect) {
        accepted = draft
      } else {
        carryOut(effect, on: &terminal)
        perform(effect)
      }
    }
  }

  private func perform(_ effect: Effect) {
    guard let slot = effect.slot else { return worker.perform(effect) }
    later.removeAll { $0.slot == slot }
    later.append(effect)
  }

  /// Has the worker read what was asked for since the last time, the last of each kind.
  func performLater() {
    for effect in later { worker.perform(effect) }
    later = []
  }

  private var isFinished: Bool {
    guard case .split = errand else { return state.isFinished }
    return state.isFinished || !state.isSplitting
  }

  private func draw() -> Canvas? {
    guard hasChanged else { return nil }
    hasChanged = false
    return view(state)
  }

  func restyle(_ terminal: inout Terminal) {
    let theme = state.theme
    guard theme != shownTheme else { return }
    shownTheme = theme
    hasChanged = true
    let depth = terminal.depth
    terminal.style = { theme.style(for: $0, depth: depth) }
  }
}
