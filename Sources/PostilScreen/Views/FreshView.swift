import PostilCore

/// What stands where nothing is yet: why, and which keys change that.
extension State {
  /// The lines of an empty room or margin, the first the most important; keys are those bound now.
  func freshLines(_ place: FreshPlace) -> [String] {
    switch place {
    case .list where !list.filter.isEmpty:
      [
        "Nothing matches the filter: \(list.filter)",
        "\(key(.filter)) changes it; an empty filter shows everything.",
      ]
    case .list:
      [
        "No posts yet.",
        "\(key(.palette))import FILE   takes archives, exports, feeds, mail, tables, pasted text;",
        "               `postil import --list` names every format with an example.",
        "\(key(.help))              shows the keys; `postil tutor` plays five minutes on a sample.",
      ]
    case .ledger where !ledger.filter.isEmpty:
      [
        "No claim matches the filter: \(ledger.filter)",
        "\(key(.filter)) changes it; an empty filter shows all.",
      ]
    case .ledger:
      [
        "No claims yet.",
        "In a post \(key(.claimSupported)) tags the sentence as supported, "
          + "\(key(.claimOpen)) as open, \(key(.claimForecast)) as a forecast.",
        "All of them are listed here, with their verdicts.",
      ]
    case .notes:
      [
        "No free notes.",
        "Any Markdown file under notes/ is one; [[links]] lead to posts, claims and notes.",
      ]
    case .codebook:
      [
        "No tags yet.",
        "In a post \(key(.topic)) gives it a topic; typing on makes a new tag.",
        "Here \(key(.tagNew)) makes a tag, and \(key(.note)) says what it means.",
      ]
    case .problems:
      [
        "No problems.",
        "What goes wrong is listed here with its file and line; postil check looks for it.",
      ]
    case .margin:
      [
        "Nothing noted here yet.",
        "\(key(.claimSupported)) tags the sentence at > as supported, \(key(.claimOpen)) as open.",
        "\(key(.note)) writes a note beside it, \(key(.undo)) takes it back.",
      ]
    }
  }

  /// Whether a margin stands open and no claim was ever made: later a blank margin says enough.
  var isFirstMargin: Bool {
    guard room == .reader, let totals, totals.claims.values.allSatisfy({ $0 == 0 }) else {
      return false
    }
    guard let reader, reader.dossier.copies.isEmpty else { return false }
    return reader.blocks.allSatisfy { $0.claims.isEmpty && $0.margin == nil }
  }

  /// Whether the real cursor stands on the current item of the room, for screen readers: always, but
  /// while something is typed, chosen or answered elsewhere.
  var showsItemCursor: Bool {
    switch layer {
    case nil, .labels, .letter, .matches, .borders: true
    case .prompt, .picker, .tags, .dryRun, .editor, .confirm, .bare, .output: false
    }
  }

  private func key(_ action: Action) -> String {
    // Those of the room, whatever lies over it now.
    var room = self
    room.layer = nil
    return keyMap.live(in: room.scopes).hint(for: action.rawValue)
  }
}

/// A place that may be empty.
enum FreshPlace: CaseIterable {
  case list, ledger, notes, codebook, problems, margin
}

/// Writes the lines of an empty place from the second row of an area on, wrapped to its width.
func drawFresh(_ place: FreshPlace, _ state: State, in area: Area, on canvas: inout Canvas) {
  let width = max(1, area.columns.count - 3)
  var row = area.rows.lowerBound + 1
  if place != .margin, state.showsItemCursor, row < area.rows.upperBound {
    canvas.cursor = (row, min(canvas.size.columns - 1, area.columns.lowerBound + 2))
  }
  for (index, line) in state.freshLines(place).enumerated() {
    for part in TextLayout(line, width: width).lines where row < area.rows.upperBound {
      canvas.write(
        part.text, row: row, column: area.columns.lowerBound + 2,
        look: Look(index == 0 ? .text : .dim), width: width)
      row += 1
    }
  }
}
