import PostilCore

/// What lies over a room and takes the keys until it is left.
enum Layer: Sendable {
  case prompt(Prompt)
  case picker(Picker)
  case tags(TagPalette)
  /// A verb is awaited, for everything that the filter finds.
  case matches(Matches)
  case dryRun(DryRun)
  case labels(Labels)
  case borders(Borders)
  case editor(NoteEditor)
  case confirm(Question)
  /// A letter is awaited, for a mark.
  case letter(Action)
  case bare(Bare)
  /// What a command of the shell wrote.
  case output(OutputView)
}

/// One line that is typed, and what it is for.
struct Prompt: Sendable {
  enum Purpose: Hashable, Sendable {
    case search
    case filter
    /// The due day of a claim that is about to be made, or of one that stands.
    case dueOfNew(NewClaim)
    case due(claims: [String])
    case confidence(claims: [String])
    case importFile
    case noteTitle
    /// What a command of the shell is given; the command is typed.
    case pipe(PipeInput)
    case splitAuthor
    case splitDate
    case splitLink
    case tagNew
    case tagRename(String)
    case tagKey(String)
    case tagAliases(String)
  }

  var purpose: Purpose
  var label: String
  var editor: LineEditor
  var problem: Problem?
  /// How a filter or a search is read, in plain words.
  var reading: String?
  /// What to put back when it is left with Esc.
  var before: String
  /// What was searched for before.
  var searchBefore: Search?
  /// Whether a search is read as a query; where there are no posts to go through it is words alone.
  var isQuery = false

  /// Whether it is read as a query.
  var isOfQuery: Bool { purpose == .filter || purpose == .search && isQuery }

  init(_ purpose: Purpose, label: String, text: String = "", before: String = "") {
    self.purpose = purpose
    self.label = label
    self.editor = LineEditor(text)
    self.before = before
  }

  /// What is typed, the last word taken as the beginning of one while the cursor stands behind it.
  func query(in lexicon: QueryLexicon?) -> String {
    let text = editor.text
    return text != before && editor.textBeforeCursor == text ? Query.begun(text, in: lexicon) : text
  }
}

/// A list that is narrowed by typing.
struct Picker: Sendable {
  enum Purpose: Hashable, Sendable {
    /// Commands: run the one chosen, with what was typed after its name.
    case palette
    case help
    case export
    /// Records to go to (`State.offered`), and sources (`State.cited`).
    case places
    case sources
    case tagColor(String)
    /// Themes, each shown while the cursor is on it; with the one to put back.
    case theme(before: Theme)
    /// One of the pages that the words under the cursor have, or one of all.
    case pageHere, pages
  }

  /// One line of it.
  struct Item: Hashable, Sendable {
    /// What choosing it means: a command's name, a format, a colour.
    var value: String
    /// Shown before it: keys, or counts.
    var keys: String
    var text: String
    /// Where a command has its keys.
    var scope: Scope?
    var isHeading: Bool
    /// Shown instead of the value.
    var label: String?
    /// In which role its text is drawn.
    var role: Role

    init(
      value: String, keys: String = "", text: String = "", scope: Scope? = nil,
      isHeading: Bool = false, role: Role = .dim
    ) {
      self.value = value
      self.keys = keys
      self.text = text
      self.scope = scope
      self.isHeading = isHeading
      self.role = role
    }
  }

  var purpose: Purpose
  var title: String
  var editor = LineEditor("")
  var items: [Item]
  var cursor = 0
  var top = 0

  init(_ purpose: Purpose, title: String, items: [Item]) {
    self.purpose = purpose
    self.title = title
    self.items = items
  }
}

/// A note being written in the margin.
struct NoteEditor: Sendable {
  /// The post, claim or note it belongs to.
  var target: String
  /// The head line over it.
  var title: String
  /// The text it began with, to tell edits made elsewhere.
  var from: String
  var editor: TextEditor
  var problem: Problem?
  /// What `[[` may become.
  var completion: Completion?
  /// Where a `[[` begins that is not to be completed.
  var declined: Int?

  init(target: String, title: String, text: String) {
    self.target = target
    self.title = title
    from = text
    editor = TextEditor(text)
  }
}

/// Something that is only done after a `y`.
struct Question: Sendable {
  var text: String
  var effect: Effect

  init(_ text: String, then effect: Effect) {
    self.text = text
    self.effect = effect
  }
}
