import PostilCore

/// Letters on everything that can be reached, while one of them is awaited.
///
/// Which letter stands where is worked out from the screen as it is (`State.labelPages`).
struct Labels: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case go, tag, link, number
  }

  enum Target: Hashable, Sendable {
    case sentence(block: Int, Range<Int>)
    case link(block: Int, Range<Int>, String)
    case number(block: Int, Range<Int>)
    case row(Int)
  }

  struct Label: Hashable, Sendable {
    var letter: Character
    var target: Target
    /// Where it stands on the page of the reader; a row of the list needs none.
    var cell: LabelCell?
  }

  var purpose: Purpose
  var page = 0
  /// Chosen with `T`; the status key is still awaited.
  var chosen: Target?

  init(_ purpose: Purpose) {
    self.purpose = purpose
  }

  /// Home row first, as hands rest; then capitals, without those that look like digits.
  static let alphabet = Array("asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUPZXCVBNM")
}

/// What is to be labelled, and with which letters.
struct LabelAsk: Hashable, Sendable {
  let purpose: Labels.Purpose
  /// Rows of the page that are in view.
  let rows: Range<Int>
  let gutter: Int
  let alphabet: [Character]
}

/// The cell of a label on the reader's page.
struct LabelCell: Hashable, Sendable {
  /// A row of the page.
  var row: Int
  /// Cells from the left edge of the text; negative in the gutter.
  var column: Int
  /// Half a full-width mark, drawn in the cell before so that the other half is free.
  var half: String?

  init(row: Int, column: Int, half: String? = nil) {
    self.row = row
    self.column = column
    self.half = half
  }
}

/// A verb held in hand while labels stay on the text: each label tags its sentence at once.
struct TagRun: Hashable, Sendable {
  var action: Action
  /// The topic, when the verb adds one.
  var argument = ""
  /// The page of labels, and the screen it belongs to.
  var page = 0
  var screen = Screen()

  /// What labels are given for; another one begins with the first page.
  struct Screen: Hashable, Sendable {
    var post = ""
    var top = 0
  }

  init(_ action: Action, _ argument: String = "") {
    self.action = action
    self.argument = argument
  }
}
