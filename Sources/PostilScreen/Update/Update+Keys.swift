import PostilCore

extension State {
  /// The scopes whose bindings hold now, innermost first.
  var scopes: [Scope] {
    switch layer {
    case .prompt: return [.prompt]
    case .picker, .tags: return [.picker]
    case .dryRun: return [.confirm, .global]
    case .editor: return [.margin]
    case .confirm: return [.confirm]
    case .labels, .letter, .bare, .matches: return [.labels]
    case .borders: return [.borders]
    case .output: return [.global]
    case nil: break
    }
    switch room {
    case .list: return [.list, .global]
    case .reader:
      return reader?.selection.free != nil ? [.span, .reader, .global] : [.reader, .global]
    case .ledger: return [.ledger, .global]
    case .codebook: return [.codebook, .global]
    case .page: return [.page, .global]
    case .notes: return [.notes, .global]
    case .problems: return [.problems, .global]
    case .split: return [.split, .global]
    }
  }

  mutating func press(_ typed: Key) -> [Effect] {
    let key = meant(by: typed)
    switch layer {
    case .prompt(let prompt): return press(key, in: prompt)
    case .picker(let picker): return press(key, in: picker)
    case .tags(let palette): return press(key, in: palette)
    case .matches(let matches): return press(key, in: matches)
    case .dryRun(let run): return press(key, in: run)
    case .editor(let editor): return press(key, in: editor)
    case .labels(let labels): return press(key, in: labels)
    case .borders(let borders): return press(key, in: borders)
    case .confirm(let question): return press(key, in: question)
    case .letter(let action): return press(key, asLetterFor: action)
    case .bare(let bare): return press(key, in: bare)
    case .output(let output): return press(key, in: output)
    case nil: break
    }
    if pending.isEmpty { message = nil }
    if let effects = pressInRun(key) { return effects }
    if takeDigit(key) { return [] }
    let keys = pending + [key]
    switch keyMap.resolve(keys: keys, scopes: scopes) {
    case .command(let name):
      let count = count
      pending = []
      self.count = nil
      // A binding may say what the command is given: `theme paper`.
      let words = name.split(separator: " ", maxSplits: 1).map(String.init)
      guard let action = words.first.flatMap(Action.init(rawValue:)) else { return [] }
      return run(action, count: count, argument: words.count == 2 ? words[1] : "")
    case .pending:
      pending = keys
      return []
    case .none:
      let wasPending = !pending.isEmpty
      pending = []
      count = nil
      if key == .escape { return wasPending ? [] : run(.cancel) }
      say("\(keys.label) does nothing here · ? shows what does")
      return []
    }
  }

  /// Where keys are commands, another keyboard layout is seen through; typed text stays as it is.
  private func meant(by key: Key) -> Key {
    switch layer {
    case .prompt, .picker, .editor: key
    default: keyMap.meant(by: key, after: pending, in: scopes)
    }
  }

  /// Digits are a count unless they are bound or belong to a sequence.
  mutating func takeDigit(_ key: Key) -> Bool {
    guard pending.isEmpty, case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue, digit > 0 || count != nil,
      case .none = keyMap.resolve(keys: [key], scopes: scopes)
    else { return false }
    count = min((count ?? 0) * 10 + digit, 1_000_000)
    return true
  }

  private mutating func press(_ key: Key, asLetterFor action: Action) -> [Effect] {
    layer = nil
    message = nil
    guard case .character(let letter) = key else { return [] }
    return letterGiven(letter, for: action)
  }

  private mutating func press(_ key: Key, in question: Question) -> [Effect] {
    // Enter never confirms: only a key that says yes does.
    guard case .command(let name) = keyMap.resolve(keys: [key], scopes: [.confirm]) else {
      return []
    }
    layer = nil
    guard Action(rawValue: name) == .yes else {
      say("nothing done")
      return []
    }
    return [question.effect]
  }
}
