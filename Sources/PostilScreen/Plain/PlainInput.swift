internal import PostilCore

/// What a typed line of `--plain` means.
extension State {
  /// The events that stand for a line; nil when it means nothing here.
  ///
  /// A number goes to that item, and what follows it is done there, a letter of `t` included: `3 s`. Else a line is a command
  /// with what it is given, or keys as key files write them. Where something is asked, it is the answer.
  public mutating func plainLine(_ line: String) -> [PlainStep]? {
    switch layer {
    case .prompt: return answerToPrompt(line)
    case .picker(let picker): return answer(line, to: picker)
    case .tags(let palette): return answer(line, to: palette)
    case .editor: return answerToEditor(line)
    case .borders: return answerToBorders(line)
    case .confirm, .letter, .matches, .dryRun, .labels, .bare:
      return line == "." ? [.key(.escape)] : line.first.map { [.key(.character($0))] } ?? []
    case .output:
      // It was printed when it came; what is typed now is meant for the room.
      layer = nil
      if line == "." { return [] }
    case nil: break
    }
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first else { return [.run(.down, "")] }
    if let number = Int(first) {
      guard goToPlain(number) else { return nil }
      let steps: [PlainStep] = room == .reader ? [] : [.goTo(number)]
      guard words.count == 2 else { return steps }
      return command(words[1], isBehindNumber: true).map { steps + $0 }
    }
    return command(line)
  }

  private func command(_ line: String, isBehindNumber: Bool = false) -> [PlainStep]? {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first else { return nil }
    let argument = words.count == 2 ? words[1] : ""
    if line == "show" { return [.show] }
    if let action = Action(rawValue: first) { return [.run(action, argument)] }
    if isBehindNumber, room == .reader, let key = Key(named: line), let verb = keyMap.tagVerb(key) {
      return [.run(verb, "")]
    }
    if let keys = [Key](named: line), keyMap.resolve(keys: keys, scopes: scopes) != .none {
      return keys.map { .key($0) }
    }
    return Action(named: first).map { [.run($0, argument)] }
  }

  private mutating func answerToPrompt(_ line: String) -> [PlainStep] {
    if line == "." { return [.key(.escape)] }
    // An empty line takes what is offered; another one takes its place.
    if !line.isEmpty, case .prompt(var prompt) = layer {
      prompt.editor = LineEditor("")
      layer = .prompt(prompt)
    }
    return line.map { .key(.character($0)) } + [.key(.enter)]
  }

  private mutating func answer(_ line: String, to open: Picker) -> [PlainStep]? {
    var picker = open
    if line == "." { return [.key(.escape)] }
    if picker.purpose == .pages, Int(line) == nil {
      picker.editor = LineEditor("")
      layer = .picker(picker)
      // A name with its sign is meant whole; other letters ask which pages there are.
      return line.map { .key(.character($0)) } + (Subject(line) == nil ? [] : [.key(.enter)])
    }
    if let number = Int(line) {
      guard picker.shown.indices.contains(number - 1), !picker.shown[number - 1].isHeading else {
        return nil
      }
      picker.cursor = number - 1
      layer = .picker(picker)
      return [.key(.enter)]
    }
    picker.editor = LineEditor(line)
    picker.cursor = 0
    layer = .picker(picker)
    return picker.shown.count == 1 || picker.shown.first?.value == line
      ? [.key(.enter)] : picker.shown.isEmpty ? nil : []
  }

  private mutating func answerToEditor(_ line: String) -> [PlainStep] {
    guard case .editor(var editor) = layer else { return [] }
    switch line {
    case ".": return [.run(.noteSave, "")]
    case ".q": return [.run(.noteAbandon, "")]
    case ".c": editor.editor = TextEditor("")
    default:
      let text = editor.editor.text
      editor.editor = TextEditor(text.isEmpty ? line : text + "\n" + line)
    }
    layer = .editor(editor)
    return []
  }

  /// Keys that move a border, `] 3 w`; an empty line keeps it, a dot gives up.
  private func answerToBorders(_ line: String) -> [PlainStep]? {
    if line == "." { return [.key(.escape)] }
    if line.isEmpty { return [.key(.enter)] }
    return [Key](named: line)?.map { .key($0) }
  }

  /// Whether lines are being added to a note, of which nothing is repeated.
  public var isPlainWriting: Bool {
    if case .editor = layer { true } else { false }
  }
}

/// One thing that a typed line asks for.
public enum PlainStep: Hashable, Sendable {
  /// A key is pressed.
  case key(Key)
  /// A command with what it is given.
  case run(Action, String)
  /// The cursor of a list goes to a number, counted from 1.
  case goTo(Int)
  /// The whole room is printed again.
  case show
}
