internal import PostilCore

/// The one function that changes the state: no I/O, no clock, nothing thrown.
///
/// What is to be done in the world is answered as effects, in order.
public func update(_ state: inout State, _ event: Event) -> [Effect] {
  switch event {
  case .key(let key):
    // Whoever presses keys meanwhile goes elsewhere.
    state.arrivingAtHit = nil
    return state.withSticky(state.press(key))
  case .paste(let text): return state.paste(text)
  case .resized(let size): return state.fit(size)
  default: return state.take(event)
  }
}

extension State {
  /// What to ask for when the program starts.
  public mutating func begin() -> [Effect] {
    reading = .files
    return [
      .loadPosts(list.ask, window: list.firstWindow(rows: geometry.visible)), .loadTotals,
      .loadTags, .reconcile,
    ]
  }

  mutating func fit(_ size: Size) -> [Effect] {
    self.size = size
    fitReader()
    list.moveCursor(to: list.cursor, rows: geometry.visible)
    ledger.moveCursor(to: ledger.cursor, rows: geometry.visible)
    codebook.moveCursor(to: codebook.cursor, rows: codebookRows)
    fitPage()
    revealSelection()
    return look()
  }

  /// Carries out an action; a count repeats or addresses, an argument comes from the palette.
  mutating func run(_ action: Action, count: Int? = nil, argument: String = "") -> [Effect] {
    if let effects = readFirst(action, count: count, argument) { return effects }
    return switch action {
    case .help, .palette, .cancel, .back, .quit, .interrupt, .suspend, .redraw, .undo, .redo,
      .reload, .problems, .theme, .marginCycle, .marginNarrower, .marginWider, .marginReset,
      .bare, .preview, .goList, .goLedger, .goNotes, .goCodebook, .export, .importFile, .details,
      .raw,
      .linkOpen, .copyQuote, .copyLink, .copyPath, .copyClaim, .mouse, .pipe:
      general(action, argument)
    case .paneNext, .paneLeft, .paneRight, .paneZoom:
      pane(action)
    case .goPage, .goPages: pages(action, argument)
    case .down, .up, .halfDown, .halfUp, .pageDown, .pageUp, .first, .last, .otherDown, .otherUp,
      .scrollDown, .scrollUp, .placeMiddle, .placeTop, .placeBottom, .pageOn, .pageBack,
      .paragraphNext, .paragraphPrevious, .claimNext, .claimPrevious, .noteNext, .notePrevious,
      .untaggedNext, .untaggedPrevious, .sectionNext, .sectionPrevious, .groupNext, .groupPrevious:
      move(action, count)
    case .groupAuthor, .groupTicker, .groupDay, .groupNone:
      group(action)
    case .accept:
      // Prompts and pickers take it themselves; elsewhere it opens what the cursor is on.
      go(.open)
    case .open, .close, .claimGo, .jumpBack, .jumpForward, .markSet, .markGo:
      go(action)
    case .search, .searchNext, .searchPrevious, .filter, .sortDate, .sortAuthor, .sortUnread,
      .sortClaims, .sortDue, .sortRelevance, .sortStatus:
      find(action, argument)
    case .grow, .shrink, .spanWords, .spanSentences, .spanLeft, .spanRight, .spanWordNext,
      .spanWordBack, .spanWordEnd, .spanLineStart, .spanLineEnd, .spanSentenceNext,
      .spanSentencePrevious, .spanOtherEnd, .spanStepBack, .spanFind, .spanFindBack:
      span(action, count ?? 1)
    case .claimAddWords, .claimDropWords, .claimReanchor:
      changeWords(action)
    case .claimBorders:
      openBorders()
    case .borderStart, .borderEnd, .borderNextSpan, .borderPreviousSpan, .borderDropSpan:
      // Borders take them themselves.
      []
    case .claimOpen, .claimSupported, .claimRefuted, .claimMixed, .claimVoid, .claimForecast,
      .claimRemove, .claimNote, .claimDue, .claimConfidence, .topic, .topicRemove, .sticky,
      .matches, .again, .star, .read, .rowMark, .rowRange:
      tag(action, argument)
    case .tagPosts, .tagClaims, .tagNew, .tagRename, .tagMerge, .tagMove, .tagRemove, .tagKey,
      .tagColor, .tagAliases:
      codebook(action)
    case .labelGo, .labelTag, .linkLabel, .labelNumber:
      showLabels(action)
    case .suggestionNext, .suggestionPrevious, .suggestionHide, .suggestionShow, .suggestionMarks:
      suggest(action)
    case .note, .noteEditor, .noteSave, .noteAbandon:
      note(action)
    case .foldToggle, .foldAll, .unfoldAll, .quoteToggle:
      fold(action)
    case .linkFollow, .backlinks, .related, .noteNew:
      follow(action, argument)
    case .splitToggle, .splitMerge, .splitDrop, .splitAuthor, .splitDate, .splitLink, .splitAccept,
      .splitNone, .splitUndo:
      splitting(action)
    case .complete, .yes, .no:
      []
    }
  }

  /// Sets the open post for the size of the screen.
  mutating func fitReader() {
    let frame = frame
    reader?.fit(frame)
  }

  /// Brings the selection into view.
  mutating func revealSelection() {
    let rows = frame.body.count
    reader?.reveal(rows: rows)
  }

  mutating func say(_ text: String) {
    message = Message(text)
  }

  mutating func complain(_ problem: Problem) {
    problems.append(problem)
    if problems.count > 500 { problems.removeFirst(100) }
    message = Message(
      problem.description + (problem.hint.map { " · \($0)" } ?? ""), isProblem: true)
  }
}
