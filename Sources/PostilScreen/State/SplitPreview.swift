import PostilCore
import PostilImport

/// A pasted text on its way in: where it would be cut, before anything is written.
struct SplitPreview: Sendable {
  /// What it is called in the report.
  var name: String
  private(set) var draft: SplitDraft
  /// A line of the text, counted from 0.
  var cursor = 0
  var top = 0
  private var earlier: [SplitDraft] = []

  init(name: String, draft: SplitDraft) {
    self.name = name
    self.draft = draft
  }

  /// Changes the draft at the line of the cursor, so that it can be undone.
  mutating func edit(_ change: (inout SplitDraft, Int) -> Void) {
    let before = draft
    change(&draft, cursor)
    if draft != before { earlier.append(before) }
  }

  /// Takes the last change of the boundaries back; false when there was none.
  mutating func undo() -> Bool {
    guard let last = earlier.popLast() else { return false }
    draft = last
    return true
  }

  mutating func moveCursor(to line: Int, rows: Int) {
    cursor = min(max(0, line), max(0, draft.lines.count - 1))
    top = scrolled(top: top, cursor: cursor, rows: rows)
  }
}
