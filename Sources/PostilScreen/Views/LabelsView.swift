import PostilCore

/// The letters over the page; nothing of the text is covered or moved.
func drawLabels(_ state: State, top: Int, _ area: Area, left: Int, on canvas: inout Canvas) {
  var chosen: Labels.Target?
  if case .labels(let labels) = state.layer { chosen = labels.chosen }
  for label in state.labels {
    guard let cell = label.cell else { continue }
    let row = area.rows.lowerBound + cell.row - top
    guard area.rows.contains(row) else { continue }
    let column = left + cell.column
    if let half = cell.half, column > 0 {
      canvas.write(half, row: row, column: column - 1, look: canvas[row, column - 1].look)
    }
    let look = Look(.label, chosen == label.target ? .cursor : [])
    canvas.write(String(label.letter), row: row, column: column, look: look)
  }
}

/// What the popup beside labels says.
func labelLines(_ labels: Labels, _ state: State) -> [PopupLine] {
  let verbs = state.keyMap.tagVerbs.map { key, name in
    let action = Action(rawValue: name)
    return PopupLine(key: [key].label, text: action?.summary ?? name, role: action?.role ?? .text)
  }
  guard labels.chosen == nil else {
    return [PopupLine(text: "then a status", role: .marginHead), PopupLine(text: "")] + verbs
      + [PopupLine(key: "Enter", text: "only go there", role: .dim)]
  }
  let head =
    switch labels.purpose {
    case .go: "go to a label"
    case .tag: "a label, then a status"
    case .link: "open a label"
    case .number: "select a number"
    }
  var lines = [PopupLine(text: head, role: .marginHead)]
  if let more = labelPage(labels, state) {
    lines.append(PopupLine(key: "Space", text: "more labels (\(more))"))
  }
  lines.append(PopupLine(key: "Esc", text: "cancel", role: .dim))
  guard labels.purpose == .tag else { return lines }
  lines += [
    PopupLine(text: ""), PopupLine(text: "or a status, then labels", role: .marginHead),
    PopupLine(text: ""),
  ]
  return lines + verbs.filter { $0.key == "." || $0.key.allSatisfy(\.isLetter) }
}

/// Which page of labels is shown, `1/2`; nil when there is only one.
private func labelPage(_ labels: Labels, _ state: State) -> String? {
  let count = state.labelPages(labels.purpose).count
  return count > 1 ? "\(labels.page % count + 1)/\(count)" : nil
}

extension State {
  /// What the status line says while labels are on the screen; nil when there are none.
  var labelWords: String? {
    if case .labels(let labels) = layer {
      guard labels.chosen == nil else { return "a letter of t, or Enter to go there" }
      let words =
        plural(self.labels.count, "label") + (labels.purpose == .tag ? ", then a letter of t" : "")
      return labelPage(labels, self).map { "\(words) · page \($0)" } ?? words
    }
    guard let run = runInHand else { return nil }
    let pages = labelPages(.tag).count
    let page = pages > 1 ? " · page \(runPage(run) % pages + 1)/\(pages)" : ""
    return "run: \(run.name) · a label tags\(page)"
  }
}
