extension Action {
  /// What it does, in a few words: the text of help, palette and key hints.
  public var summary: String { Self.table[self]?.summary ?? "" }

  /// What may follow its name in the palette, `FILE`; nil when nothing may.
  public var argument: String? { Self.table[self]?.argument }

  /// Whether it makes sense without being bound to a place: those are listed in the palette.
  public var isForPalette: Bool {
    switch self {
    case .accept, .complete, .yes, .no, .noteSave, .noteAbandon, .palette: false
    default: !rawValue.hasPrefix("split.") && !rawValue.hasPrefix("span.")
    }
  }

  /// The action of a command's name; a unique beginning of a name will do.
  public init?(named name: String) {
    if let exact = Action(rawValue: name) {
      self = exact
      return
    }
    let found = Action.allCases.filter { $0.rawValue.hasPrefix(name) }
    guard found.count == 1 else { return nil }
    self = found[0]
  }

  /// The one table of commands: help, palette, key hints and manual are made from it.
  private static let table: [Action: (summary: String, argument: String?)] = [
    .help: ("the keys that work here; type to search, Enter runs one", nil),
    .palette: ("any command, found by typing", nil),
    .cancel: ("out of what was begun: keys, selection, marks, search", nil),
    .back: ("back; at the top, quit", nil),
    .quit: ("quit; everything is already saved", nil),
    .interrupt: ("stop the work in progress", nil),
    .suspend: ("suspend to the shell; fg comes back", nil),
    .redraw: ("draw the screen anew", nil),
    .undo: ("undo the last change, across restarts", nil),
    .redo: ("do again what was undone", nil),
    .reload: ("compare every file with what is shown", nil),
    .problems: ("all problems so far", nil),
    .down: ("next", nil),
    .up: ("previous", nil),
    .halfDown: ("half a page down", nil),
    .halfUp: ("half a page up", nil),
    .pageDown: ("a page down", nil),
    .pageUp: ("a page up", nil),
    .first: ("the first; with a count that one", nil),
    .last: ("the last; with a count that one", nil),
    .otherDown: ("the other pane: next post, or scroll the preview", nil),
    .otherUp: ("the other pane: previous post, or scroll the preview", nil),
    .scrollDown: ("scroll down a line", nil),
    .scrollUp: ("scroll up a line", nil),
    .placeMiddle: ("put this in the middle of the screen", nil),
    .placeTop: ("put this at the top of the screen", nil),
    .placeBottom: ("put this at the bottom of the screen", nil),
    .markSet: ("set a mark, named by a letter", nil),
    .markGo: ("go to a mark; ' goes back", nil),
    .jumpBack: ("back to where you were", nil),
    .jumpForward: ("forward again", nil),
    .goList: ("the list of posts", nil),
    .goLedger: ("the ledger of all claims", nil),
    .goNotes: ("the free notes", nil),
    .labelGo: ("move to a labelled sentence or row", nil),
    .search: ("search here", nil),
    .searchNext: ("next hit", nil),
    .searchPrevious: ("previous hit", nil),
    .filter: ("narrow the list: words, author:, tag:, is:, since: …", "QUERY"),
    .sortDate: ("sort by date", nil),
    .sortAuthor: ("sort by author", nil),
    .sortUnread: ("unread first", nil),
    .sortClaims: ("most claims first", nil),
    .sortDue: ("earliest due first", nil),
    .sortStatus: ("sort by status", nil),
    .untaggedNext: ("next post without a tag or claim", nil),
    .untaggedPrevious: ("previous post without a tag or claim", nil),
    .open: ("read the post", nil),
    .close: ("back to the list", nil),
    .pageOn: ("a page on, then the next post", nil),
    .pageBack: ("a page back", nil),
    .rowMark: ("mark this row for the next verb", nil),
    .rowRange: ("mark a range of rows", nil),
    .star: ("star or unstar", nil),
    .read: ("read or unread", nil),
    .linkOpen: ("open the link", nil),
    .linkLabel: ("open a labelled link", nil),
    .copyQuote: ("copy the words with their source", nil),
    .copyLink: ("copy the post's link", nil),
    .copyPath: ("copy the path of the post's file", nil),
    .details: ("where this post comes from", nil),
    .raw: ("the post's file in $EDITOR", nil),
    .paragraphNext: ("next paragraph", nil),
    .paragraphPrevious: ("previous paragraph", nil),
    .claimNext: ("next claim", nil),
    .claimPrevious: ("previous claim", nil),
    .noteNext: ("next claim with a note", nil),
    .notePrevious: ("previous claim with a note", nil),
    .marginCycle: ("the margin: beside, below, hidden", nil),
    .marginNarrower: ("a narrower margin", nil),
    .marginWider: ("a wider margin", nil),
    .marginReset: ("the margin's usual width", nil),
    .bare: ("the bare text, to be selected or heard; any key returns", nil),
    .grow: ("grow the selection: clause, sentence, paragraph, post", nil),
    .shrink: ("shrink the selection", nil),
    .spanWords: ("select words by hand, then t", nil),
    .spanSentences: ("select sentences by hand, then t", nil),
    .spanLeft: ("the end one character left", nil),
    .spanRight: ("the end one character right", nil),
    .spanWordNext: ("the end to the next word", nil),
    .spanWordBack: ("the end to the word before", nil),
    .spanWordEnd: ("the end to the end of the word", nil),
    .spanLineStart: ("the end to where the sentence begins", nil),
    .spanLineEnd: ("the end to where the sentence ends", nil),
    .spanSentenceNext: ("the end to the next sentence", nil),
    .spanSentencePrevious: ("the end to the sentence before", nil),
    .spanOtherEnd: ("move the other end", nil),
    .spanStepBack: ("take the last step back", nil),
    .claimOpen: ("? open", nil),
    .claimSupported: ("+ supported", nil),
    .claimRefuted: ("- refuted", nil),
    .claimMixed: ("~ mixed", nil),
    .claimVoid: ("0 void", nil),
    .claimForecast: ("> forecast, with due day", nil),
    .claimRemove: ("remove the claim", nil),
    .claimNote: ("open, with a note", nil),
    .claimDue: ("when the claim is due", nil),
    .claimConfidence: ("how probable the claim is, in percent", nil),
    .claimGo: ("go to the words in the post", nil),
    .topic: ("add a topic", "TAG"),
    .topicRemove: ("take a topic away", "TAG"),
    .again: ("the same tag again", nil),
    .labelTag: ("tag any sentence in view by its label", nil),
    .note: ("write the note in the margin", nil),
    .noteEditor: ("write the note in $EDITOR", nil),
    .noteSave: ("save the note", nil),
    .noteAbandon: ("leave the note as it was", nil),
    .export: ("export what the filter finds: markdown, json, csv", "FORMAT"),
    .importFile: ("import a file or a folder", "FILE"),
    .theme: ("another theme: ink, paper, mono, term16", "NAME"),
    .accept: ("take it", nil),
    .complete: ("complete the word", nil),
    .yes: ("yes", nil),
    .no: ("no", nil),
    .splitToggle: ("a post begins at this line, or no longer does", nil),
    .splitMerge: ("join this post with the one before", nil),
    .splitDrop: ("leave this post out", nil),
    .splitAuthor: ("say who wrote it", nil),
    .splitDate: ("say when it was posted", nil),
    .splitAccept: ("import the posts as cut", nil),
    .splitNone: ("the whole text is one post", nil),
    .splitUndo: ("undo the last change here", nil),
  ]
}
