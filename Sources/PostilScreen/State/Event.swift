public import PostilCore
public import PostilImport

/// What can happen: keys, and answers from the worker.
public enum Event: Sendable {
  case key(Key)
  /// No key came for a moment, in a state that wants to know (`State.wantsPause`).
  case paused
  case paste(String)
  case resized(Size)
  case today(Day)
  case totals(Totals)
  case tags([TagCount])
  case lexicon(QueryLexicon)
  case tagPlanned(TagPlan)
  /// Matches with their number, for the verb that waits for it.
  case counted(Matches, then: BulkVerb?)
  /// Ids of the posts in a part of the list.
  case range(PostList.Ask, [String])
  /// A window of the list, from `start`, of `total` rows; nil when they are still to be counted.
  case posts(PostList.Ask, total: Int?, start: Int, [PostRow])
  /// How many rows the list has.
  case postCount(PostList.Ask, Int)
  /// How many rows the groups of the list have.
  case sections(PostList.Ask, [SectionCount])
  /// Where in the list a search or a jump leads.
  case found(PostList.Ask, position: Int?)
  /// Where the next suggestion is that was sought from a row of the list.
  case suggestion(PostList.Ask, from: Int, SuggestionPlace?)
  case claims(Query, ClaimSort, [ClaimRow])
  case notes([Note])
  case places(PlaceAsk, [Place])
  /// The page of a subject, as it was asked for.
  case page(Subject, SubjectPage)
  /// The subjects that what was typed finds.
  case subjects(String, [SubjectCount])
  /// A post with everything on it, for the screen that asked.
  case dossier(Dossier)
  /// A post that was read ahead.
  case ahead(Dossier)
  /// A change is on the disk in the undo log, and no crash loses it; `changed` follows when lists and
  /// pages can show it.
  case written(Change)
  /// A change is on the disk.
  case changed(Change)
  /// Something a person did is on the disk since this time; told beside the change.
  case saved(ClockTime)
  /// Undone, or done again; nil when there was nothing.
  case undone(Change?)
  case redone(Change?)
  /// Every file was compared with the index.
  case reconciled
  /// Files changed, by this program or by others; what is shown should be asked for anew.
  case stale
  /// The text that came back from `$EDITOR`; nil when it was left as it was.
  case edited(target: String, from: String, text: String?)
  case exported(String)
  /// A pasted text waits to be cut into posts.
  case splitProposed(name: String, SplitDraft)
  case imported(ImportReport)
  case progress(Progress?)
  /// Keys, themes and settings were read anew, and what was wrong in their files.
  case settings(Configuration, [Problem])
  /// A theme was read from a file of its own.
  case theme(Theme, [Problem])
  /// The terminal's background is light, or dark.
  case background(isLight: Bool)
  /// The window got the attention of the person, or lost it.
  case focus(Bool)
  case mouse(Mouse)
  /// A text is on the clipboard, and this is how it got there.
  case copied(String)
  case output(CommandOutput)
  case message(String)
  case failed(Problem)
}
