public import PostilCore
public import PostilImport

/// What can be asked of the world; the answer comes back as an `Event`.
public enum Effect: Sendable {
  case loadTotals
  case loadTags
  /// What queries may name, with how often it occurs.
  case loadLexicon
  case loadPosts(PostList.Ask, window: Range<Int>)
  /// How many rows the list has; never waited for.
  case countPosts(PostList.Ask)
  /// How many rows each group of the list has; never waited for.
  case loadSections(PostList.Ask)
  case loadClaims(Query, ClaimSort)
  case loadNotes
  /// Records by name, by what refers to one, or by what was typed of them.
  case find(PlaceAsk)
  /// Gathers the page of a subject.
  case loadPage(Subject)
  /// The subjects with a page whose name has what was typed in it.
  case loadSubjects(String)
  /// Reads a post with everything on it.
  case loadDossier(String)
  /// Reads posts that will probably be looked at next.
  case readAhead([String])
  /// Where the next post with these words stands in the list.
  case seek(PostList.Ask, words: Query, from: Int, forward: Bool)
  /// Where a post stands in the list.
  case locate(PostList.Ask, post: String)
  /// Where the next suggested sentence stands that carries no claim: in which row of the list after
  /// or before `from`, leaving out rules and posts.
  case seekSuggestion(
    PostList.Ask, from: Int, forward: Bool, hiding: Set<String>, except: Set<String>)
  case keepSuggestions(SuggestionChoice)
  /// One step of undo, however many edits.
  case perform([Edit])
  /// The same verb on everything that a filter finds, as one step of undo; claims that it makes
  /// get the sticky tag.
  case performOnMatches(BulkVerb, Matches, sticky: String?)
  /// How many posts a filter finds, for a verb on all of them when one was chosen.
  case countMatches(Matches, then: BulkVerb?)
  /// What renaming or merging a tag would change.
  case planTag(TagPlan.Deed)
  /// Ids of the posts in a part of the list, for marking rows that are not at hand.
  case loadRange(PostList.Ask, Range<Int>)
  case undo
  case redo
  case markRead(String, Bool)
  case export(query: Query, typed: String, format: String)
  case importFile(String)
  /// Proposes where posts that were pasted begin; the answer is `Event.splitProposed`.
  case cutPasted(String)
  case acceptSplit(name: String, SplitDraft)
  /// Compares every file with the index.
  case reconcile
  case stopWork

  // These need the terminal, and are carried out by the loop itself.
  case editNote(target: String, title: String, text: String)
  case editFile(path: String, line: Int?)
  case openLink(String)
  case copy(String)
  case redraw
  case suspend
  /// Reads keys, themes and settings anew; unasked, only when a file was changed.
  case readSettings(isAsked: Bool)
  /// Reads a theme from its file.
  case readTheme(String)
  /// Takes the mouse, or leaves it to the terminal.
  case mouse(Bool)
  /// Gives something to a command of the shell.
  case pipe(PipeInput)

  /// A later effect of the same slot makes an earlier one needless; nil for those that never are.
  public var slot: String? {
    switch self {
    case .loadTotals: "totals"
    case .loadTags: "tags"
    case .loadLexicon: "lexicon"
    case .loadPosts: "posts"
    case .countPosts: "count"
    case .loadSections: "sections"
    case .loadClaims: "claims"
    case .loadNotes: "notes"
    case .find: "places"
    case .loadPage: "page"
    case .loadSubjects: "subjects"
    case .loadDossier: "dossier"
    case .readAhead: "ahead"
    case .seek, .locate: "seek"
    case .seekSuggestion: "suggestion"
    case .planTag: "plan"
    default: nil
    }
  }
}
