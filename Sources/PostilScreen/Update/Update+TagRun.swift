import PostilCore

/// A run: `T`, a letter of `t`, then labels, one key a sentence, until Esc.
extension State {
  /// The verb in hand, while labels stand on the text and no popup takes the keys.
  var runInHand: TagRun? {
    layer == nil && room == .reader && reader?.selection.free == nil ? run : nil
  }

  /// Takes a verb in hand; `.` is the last one.
  mutating func beginRun(_ action: Action) -> [Effect] {
    guard let next = run(with: action) else {
      say(
        "nothing to repeat yet · \(keyMap.tagVerbs.map { [$0.key].label }.joined(separator: " "))")
      return []
    }
    run = next
    say("\(next.name): each label tags its sentence · Esc ends")
    return []
  }

  private func run(with action: Action) -> TagRun? {
    guard action == .again else { return TagRun(action) }
    switch lastVerb {
    case .judge(let status, let type): return TagRun(.judging(status, type))
    case .topic(let name): return TagRun(.topic, name)
    case nil: return nil
    }
  }

  /// Letters for labels that tag: none of `t`, and none that goes on or takes back.
  var tagAlphabet: [Character] {
    let others: [Action] = [.undo, .redo, .otherDown, .otherUp, .labelTag]
    let kept = keyMap.bindings(in: [.reader, .global]).filter { binding in
      others.contains { $0.rawValue == binding.command }
    }.compactMap(\.keys.first)
    let verbs = keyMap.tagVerbs.map(\.key) + [keyMap.tagPrefix].compactMap(\.self)
    let taken = Set(verbs + kept)
    return Labels.alphabet.filter { !taken.contains(.character($0)) }
  }

  func runPage(_ run: TagRun) -> Int { run.screen == screenInView ? run.page : 0 }

  private var screenInView: TagRun.Screen {
    var screen = TagRun.Screen()
    screen.post = reader?.dossier.post.id ?? ""
    screen.top = reader?.top ?? 0
    return screen
  }

  /// A key while a verb is in hand; nil when it means what it always does.
  mutating func pressInRun(_ key: Key) -> [Effect]? {
    guard pending.isEmpty, var run = runInHand else { return nil }
    if key == .escape {
      self.run = nil
      say("the run is over")
      return []
    }
    let pages = labelPages(.tag)
    let page = runPage(run)
    if case .character(let letter) = key, !pages.isEmpty,
      let hit = pages[page % pages.count].first(where: { $0.letter == letter })
    {
      return tag(hit.target, run.action, run.argument, asks: false)
    }
    if keyMap.action(of: key, in: scopes) == .again {
      return run.action == .claimForecast
        ? forecast(asks: false) : self.run(run.action, argument: run.argument)
    }
    if let verb = keyMap.tagVerb(key), case .character(let letter) = key, letter.isLetter {
      return beginRun(verb)
    }
    guard case .command(Action.pageOn.rawValue) = keyMap.resolve(keys: [key], scopes: scopes),
      page + 1 < pages.count
    else { return nil }
    run.page = page + 1
    run.screen = screenInView
    self.run = run
    return []
  }
}

extension TagRun {
  /// The verb in hand as the status line names it.
  var name: String { action == .topic && !argument.isEmpty ? "#\(argument)" : action.summary }
}

extension Action {
  /// The verb that gives a status.
  static func judging(_ status: Status, _ type: ClaimType) -> Action {
    switch status {
    case .open: type == .forecast ? .claimForecast : .claimOpen
    case .supported: .claimSupported
    case .refuted: .claimRefuted
    case .mixed: .claimMixed
    case .void: .claimVoid
    }
  }
}

extension KeyMap {
  /// The key that verbs begin with.
  var tagPrefix: Key? {
    bindings(for: Action.claimSupported.rawValue, in: [.global])
      .first { $0.keys.count == 2 }?.keys.first
  }

  /// The letters that follow `t` and the commands they lead to, in the order they are bound.
  var tagVerbs: [(key: Key, command: String)] {
    guard let first = tagPrefix,
      case .pending(let continuations) = resolve(keys: [first], scopes: [.reader, .global])
    else { return [] }
    return continuations.compactMap { next in next.command.map { (next.key, $0) } }
  }

  /// The verb that a letter of `t` leads to.
  func tagVerb(_ key: Key) -> Action? {
    tagVerbs.first { $0.key == key }.flatMap { Action(rawValue: $0.command) }
  }
}
