import PostilImport

internal import PostilCore

/// What `--plain` prints of a state: lines without marks of the screen, in reading order.
extension State {
  /// How many rows of a list are printed at once.
  static let plainPage = 20

  /// The room as a whole: a heading, then numbered rows from the cursor on.
  public var plainRoom: [String] {
    switch room {
    case .list: [plainListHead] + plainRows(list.cursor, list.total) { plainRow($0) }
    case .reader: plainReader
    case .ledger:
      ["\(plural(ledger.rows.count, "claim"))\(ledger.filter.isEmpty ? "" : ", \(ledger.filter)")"]
        + plainRows(ledger.cursor, ledger.rows.count) { plainClaim($0) }
    case .notes:
      [plural(notes.notes.count, "note")]
        + plainRows(notes.cursor, notes.notes.count) { notes.notes[$0].title ?? notes.notes[$0].id }
    case .codebook:
      [plural(codebook.rows.count, "tag")]
        + plainRows(codebook.cursor, codebook.rows.count) { plainTag(codebook.rows[$0].tag) }
    case .problems:
      [plural(problems.count, "problem")]
        + plainRows(problemCursor, problems.count) {
          said(problems[problems.count - 1 - $0])
        }
    case .split: plainSplit
    case .page: plainSubject
    }
  }

  /// What the room is about: another one means that its rows are others.
  public var plainHead: String? { plainRoom.first }

  /// The item that the cursor is on, as one row; nil where there is none.
  public var plainItem: String? {
    switch room {
    case .list: list.total > 0 ? numbered(list.cursor, plainRow(list.cursor)) : nil
    case .reader: plainSentence
    case .ledger:
      ledger.current == nil ? nil : numbered(ledger.cursor, plainClaim(ledger.cursor))
    case .notes: notes.current.map { numbered(notes.cursor, $0.title ?? $0.id) }
    case .codebook: codebook.current.map { numbered(codebook.cursor, plainTag($0)) }
    case .page: plainSubjectItem
    default: nil
    }
  }

  /// What is asked, when something is: a line to type, choices, a note, yes or no.
  public var plainQuestion: [String] {
    switch layer {
    case .prompt(let prompt):
      let offered = prompt.editor.text.isEmpty ? "" : " [\(prompt.editor.text)]"
      return ["\(prompt.label)\(offered): a line answers, . leaves"]
        + [prompt.problem.map(said)].compactMap(\.self)
    case .picker(let picker):
      let rows = picker.shown.enumerated().map { index, item in
        item.isHeading
          ? item.text
          : numbered(
            index,
            [item.keys, item.label ?? item.value, item.text].filter { !$0.isEmpty && $0 != " " }
              .joined(separator: "  "))
      }
      return ["\(picker.title): a number or words choose, . leaves"] + rows
    case .tags(let palette): return plainChoices(palette)
    case .matches(let matches): return plainVerbs(matches)
    case .dryRun(let run): return plainDryRun(run)
    case .editor(let editor):
      return ["\(editor.title): lines are added, . saves, .c begins anew, .q leaves it as it was"]
        + editor.editor.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "  \($0)" }.filter { $0 != "  " }
    case .confirm(let question): return ["\(question.text) y or n"]
    case .letter: return ["a letter"]
    case .borders:
      return [
        "\(borderWords ?? ""): [ ] choose the border, h l w b move it, an empty line keeps, . leaves",
        "  \(reader?.words ?? "")",
      ]
    case .labels: return ["a letter, . leaves"] + labels.map { "\($0.letter)" }
    case .output(let output): return [output.title] + output.lines
    case .bare, nil: return []
    }
  }

  /// What was just said, with `!` before a problem; nil when nothing was.
  public var plainMessage: String? {
    message.map { ($0.isProblem ? "! " : "") + $0.text }
  }

  /// Forgets what was said, before the next line is taken.
  public mutating func clearMessage() { message = nil }

  func numbered(_ index: Int, _ text: String) -> String { "\(index + 1)  \(text)" }

  private var plainListHead: String {
    guard list.total > 0 else {
      return list.filter.isEmpty
        ? "no posts yet · import FILE takes some" : "nothing matches \(list.filter) · filter"
    }
    return plural(list.total, "post") + (list.filter.isEmpty ? "" : ", filter \(list.filter)")
  }

  private func plainRows(_ cursor: Int, _ total: Int, _ row: (Int) -> String) -> [String] {
    let end = min(total, cursor + Self.plainPage)
    let rows = (cursor..<max(cursor, end)).map { numbered($0, row($0)) }
    return rows + (end < total ? ["… \(total - end) more · move.page-down, or a number"] : [])
  }

  private func plainRow(_ position: Int) -> String {
    list.row(at: position).map(plainPost) ?? "…"
  }

  func plainPost(_ row: PostRow) -> String {
    let words = [
      row.posted.map { "\($0.day)" } ?? "no date", row.author ?? row.name ?? "unknown author",
      row.isRead ? "" : "unread", row.isStarred ? "starred" : "",
      list.marked.contains(row.id) ? "marked" : "",
      row.marks.isEmpty ? "" : plural(row.marks.values.reduce(0, +), "claim"),
      row.group.map { $0.thread > 0 ? "\($0.part)/\($0.thread) of a thread" : "" } ?? "",
      row.group.map { $0.copies > 1 && !row.isBeneath ? "said \($0.copies) times" : "" } ?? "",
    ]
    return words.filter { !$0.isEmpty }.joined(separator: " ") + ": "
      + Wrapping.oneLine(row.excerpt, width: 120)
  }

  private func plainClaim(_ index: Int) -> String {
    let claim = ledger.rows[index]
    return (ledger.marked.contains(claim.id) ? "marked " : "") + plainClaim(claim)
  }

  func plainClaim(_ claim: ClaimRow) -> String {
    let due = claim.due.map { ", due \($0)" } ?? ""
    let type = claim.type == .fact ? "" : " \(claim.type.rawValue)"
    return "\(claim.status.rawValue)\(type)\(due), \(claim.author ?? ""): "
      + Wrapping.oneLine(claim.words, width: 160)
  }

  private var plainSplit: [String] {
    guard let split else { return [] }
    let starts = Set(split.draft.pieces.map(\.lines.lowerBound))
    return ["\(plural(split.draft.count, "post")), nothing is written before split.accept"]
      + split.draft.lines.indices.map { line in
        numbered(
          line, (starts.contains(line) ? "post begins: " : "") + split.draft.text(line: line))
      }
  }

  private func said(_ problem: Problem) -> String {
    problem.description + (problem.hint.map { " · \($0)" } ?? "")
  }
}
