import PostilCore

/// `|`: gives words, posts or claims to a command of the shell, and shows what it says.
extension State {
  mutating func beginPipe(_ command: String) -> [Effect] {
    guard var pipe = pipeInHand else {
      say("nothing here to give to a command")
      return []
    }
    pipe.command = command
    if !command.isEmpty { return [.pipe(pipe)] }
    layer = .prompt(pipePrompt(pipe))
    return []
  }

  /// What a command would read: the selected words, the marked rows, or the row under the cursor.
  private var pipeInHand: PipeInput? {
    switch room {
    case .reader:
      guard let reader else { return nil }
      var pipe = PipeInput(posts: [reader.block.post.id])
      pipe.words = reader.words
      return pipe
    case .list: return list.targets.isEmpty ? nil : PipeInput(posts: list.targets)
    case .ledger:
      guard !ledger.targets.isEmpty else { return nil }
      let ids = Set(ledger.targets)
      var pipe = PipeInput(
        posts: ledger.rows.filter { ids.contains($0.id) }.compactMap(\.post).unique)
      pipe.claims = ledger.rows.map(\.id).filter(ids.contains)
      return pipe
    default: return nil
    }
  }

  private mutating func pipePrompt(_ pipe: PipeInput, text: String = "") -> Prompt {
    let other = pipe.form == .text ? "JSON" : "text"
    say("Tab: as \(other) instead · `tty` in front gives a command the whole terminal")
    return Prompt(.pipe(pipe), label: "pipe \(pipe.title) as \(pipe.form.rawValue) to", text: text)
  }

  /// Tab in the prompt: text or JSON.
  mutating func otherForm(_ prompt: inout Prompt) {
    guard case .pipe(var pipe) = prompt.purpose else { return }
    pipe.form = pipe.form == .text ? .json : .text
    prompt = pipePrompt(pipe, text: prompt.editor.text)
  }

  mutating func accept(_ pipe: PipeInput, typed: String) -> [Effect] {
    layer = nil
    message = nil
    guard !typed.allSatisfy(\.isWhitespace) else { return [] }
    var pipe = pipe
    pipe.command = typed
    return [.pipe(pipe)]
  }

  /// One line goes to the status line, more can be scrolled.
  mutating func take(_ output: CommandOutput) {
    let view = OutputView(title: title(of: output), text: output.text)
    let lines = view.lines.filter { !$0.allSatisfy(\.isWhitespace) }
    guard lines.count > 1 else {
      let words = lines.first ?? (output.code == 0 ? "said nothing" : "failed")
      let code = output.code == 0 ? "" : " · it ended with \(output.code)"
      message = Message("\(output.command): \(words)\(code)", isProblem: output.code != 0)
      return
    }
    layer = .output(view)
  }

  private func title(of output: CommandOutput) -> String {
    let cut = output.isCut ? " · cut, it wrote more" : ""
    return "\(output.command)\(output.code == 0 ? "" : " · ended with \(output.code)")\(cut)"
  }

  mutating func press(_ key: Key, in open: OutputView) -> [Effect] {
    var output = open
    let rows = max(1, frame.body.count - 2)
    if pending.isEmpty { message = nil }
    let keys = pending + [key]
    pending = []
    switch key {
    case .left: output.moveSideways(-8)
    case .right: output.moveSideways(8)
    default:
      switch keyMap.resolve(keys: keys, scopes: [.global]) {
      case .pending: pending = keys
      case .none:
        if key == .enter || key == .escape {
          layer = nil
          return []
        }
        if key == .character(" ") { output.move(rows - 1, rows: rows) }
      case .command(let name):
        guard let action = Action(rawValue: name) else { return [] }
        switch action {
        case .down, .scrollDown: output.move(1, rows: rows)
        case .up, .scrollUp: output.move(-1, rows: rows)
        case .halfDown: output.move(rows / 2, rows: rows)
        case .halfUp: output.move(-rows / 2, rows: rows)
        case .pageDown: output.move(rows - 1, rows: rows)
        case .pageUp: output.move(1 - rows, rows: rows)
        case .first: output.move(-output.lines.count, rows: rows)
        case .last: output.move(output.lines.count, rows: rows)
        case .back, .cancel, .interrupt:
          layer = nil
          return []
        case .redraw, .suspend, .quit: return run(action)
        default: say("q goes back")
        }
      }
    }
    layer = .output(output)
    return []
  }
}

extension [String] {
  /// Each once, in the order of the first.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
