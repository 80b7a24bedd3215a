import PostilCore

/// What stands under a prompt while it is typed: how a filter is read, or the mistake under its
/// column.
struct PromptReading {
  var text: String
  var role: Role
  /// The cell where it begins.
  var column = 1

  /// Nil for a prompt that nothing is to be said of; `found` is how much the filter finds.
  init?(_ prompt: Prompt, found: String, width: Int) {
    guard let problem = prompt.problem else {
      guard let reading = prompt.reading else { return nil }
      (text, role) = (prompt.purpose == .filter ? "\(found) found · \(reading)" : reading, .status)
      return
    }
    role = .problem
    let words = problem.message + (problem.hint.map { " · \($0)" } ?? "")
    let place = problem.place?.column.map { "column \($0): " } ?? ""
    text = place + words
    guard let cell = Self.cell(of: problem, in: prompt, width: width) else { return }
    if cell + 2 + Glyph.width(of: words) < width || cell < width / 3 {
      (text, column) = ("^ " + words, cell)
    } else if Glyph.width(of: words) + 2 <= cell {
      (text, column) = (words + " ^", cell - Glyph.width(of: words) - 1)
    }
  }

  /// Where the column of a mistake stands on the screen; nil when the line is longer than the screen.
  private static func cell(of problem: Problem, in prompt: Prompt, width: Int) -> Int? {
    guard prompt.isOfQuery, let column = problem.place?.column else { return nil }
    let start = 1 + Glyph.width(of: prompt.written)
    let text = prompt.editor.text
    guard start + Glyph.width(of: text) + 1 < width else { return nil }
    return start + Glyph.width(of: String(text.unicodeScalars.prefix(column - 1)))
  }
}

extension Prompt {
  /// The label as it is drawn.
  var written: String { label + (label.hasSuffix("/") ? "" : ": ") }
}
