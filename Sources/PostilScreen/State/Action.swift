/// What a person can ask for. The raw value is the name in key files, the palette and help.
public enum Action: String, CaseIterable, Hashable, Sendable, Codable {
  // Leaving, help, repair
  case help
  case palette
  case cancel
  case back
  case quit
  case interrupt
  case suspend
  case redraw
  case undo
  case redo
  case reload
  case problems = "problems.show"

  // Moving
  case down = "move.down"
  case up = "move.up"
  case halfDown = "move.half-down"
  case halfUp = "move.half-up"
  case pageDown = "move.page-down"
  case pageUp = "move.page-up"
  case first = "move.first"
  case last = "move.last"
  case otherDown = "other.down"
  case otherUp = "other.up"
  case scrollDown = "scroll.down"
  case scrollUp = "scroll.up"
  case placeMiddle = "place.middle"
  case placeTop = "place.top"
  case placeBottom = "place.bottom"
  case markSet = "mark.set"
  case markGo = "mark.go"
  case jumpBack = "jump.back"
  case jumpForward = "jump.forward"
  case goList = "go.list"
  case goLedger = "go.ledger"
  case goNotes = "go.notes"
  case goCodebook = "go.codebook"
  case goPage = "go.page"
  case goPages = "go.pages"
  case labelGo = "label.go"
  case sectionNext = "section.next"
  case sectionPrevious = "section.previous"

  // Finding
  case search
  case searchNext = "search.next"
  case searchPrevious = "search.previous"
  case filter
  case sortDate = "sort.date"
  case sortAuthor = "sort.author"
  case sortUnread = "sort.unread"
  case sortClaims = "sort.claims"
  case sortDue = "sort.due"
  case sortRelevance = "sort.relevance"
  case sortStatus = "sort.status"
  case groupAuthor = "group.author"
  case groupTicker = "group.ticker"
  case groupDay = "group.day"
  case groupNone = "group.none"
  case groupNext = "group.next"
  case groupPrevious = "group.previous"
  case untaggedNext = "untagged.next"
  case untaggedPrevious = "untagged.previous"

  // Posts
  case open = "post.open"
  case close = "post.close"
  case pageOn = "page.next"
  case pageBack = "page.back"
  case rowMark = "row.mark"
  case rowRange = "row.range"
  case star = "star.toggle"
  case read = "read.toggle"
  case linkOpen = "link.open"
  case linkLabel = "link.label"
  case labelNumber = "label.number"
  case copyQuote = "copy.quote"
  case copyLink = "copy.link"
  case copyPath = "copy.path"
  case copyClaim = "copy.claim"
  case details = "post.details"
  case raw = "post.raw"

  // Groups, quotes and links
  case foldToggle = "fold.toggle"
  case foldAll = "fold.all"
  case unfoldAll = "unfold.all"
  case quoteToggle = "quote.toggle"
  case linkFollow = "link.follow"
  case backlinks = "backlinks.show"
  case related = "related.show"
  case noteNew = "note.new"

  // The reader
  case paragraphNext = "paragraph.next"
  case paragraphPrevious = "paragraph.previous"
  case claimNext = "claim.next"
  case claimPrevious = "claim.previous"
  case noteNext = "note.next"
  case notePrevious = "note.previous"
  case marginCycle = "margin.cycle"
  case marginNarrower = "margin.narrower"
  case marginWider = "margin.wider"
  case marginReset = "margin.reset"
  case preview = "preview.toggle"
  case bare = "view.bare"
  case paneNext = "pane.next"
  case paneLeft = "pane.left"
  case paneRight = "pane.right"
  case paneZoom = "pane.zoom"

  // Suggestions
  case suggestionNext = "suggestion.next"
  case suggestionPrevious = "suggestion.previous"
  case suggestionHide = "suggestion.hide"
  case suggestionShow = "suggestion.show"
  case suggestionMarks = "suggestion.marks"

  // What a verb acts on
  case grow = "span.grow"
  case shrink = "span.shrink"
  case spanWords = "span.words"
  case spanSentences = "span.sentences"
  case spanLeft = "span.left"
  case spanRight = "span.right"
  case spanWordNext = "span.word-next"
  case spanWordBack = "span.word-back"
  case spanWordEnd = "span.word-end"
  case spanLineStart = "span.line-start"
  case spanLineEnd = "span.line-end"
  case spanSentenceNext = "span.sentence-next"
  case spanSentencePrevious = "span.sentence-previous"
  case spanOtherEnd = "span.other-end"
  case spanStepBack = "span.step-back"
  case spanFind = "span.find"
  case spanFindBack = "span.find-back"

  // The borders of a claim
  case borderStart = "border.start"
  case borderEnd = "border.end"
  case borderNextSpan = "border.next-span"
  case borderPreviousSpan = "border.previous-span"
  case borderDropSpan = "border.drop-span"

  // Verbs
  case claimOpen = "claim.open"
  case claimSupported = "claim.supported"
  case claimRefuted = "claim.refuted"
  case claimMixed = "claim.mixed"
  case claimVoid = "claim.void"
  case claimForecast = "claim.forecast"
  case claimRemove = "claim.remove"
  case claimNote = "claim.note"
  case claimDue = "claim.due"
  case claimConfidence = "claim.confidence"
  case claimGo = "claim.go"
  case claimAddWords = "claim.add-words"
  case claimDropWords = "claim.drop-words"
  case claimReanchor = "claim.reanchor"
  case claimBorders = "claim.borders"
  case topic = "topic.add"
  case topicRemove = "topic.remove"
  case sticky = "topic.sticky"
  case matches = "matches.tag"
  case again = "repeat"
  case labelTag = "label.tag"
  case note = "note.edit"
  case noteEditor = "note.editor"
  case noteSave = "note.save"
  case noteAbandon = "note.abandon"
  case export
  case importFile = "import"
  case theme
  case mouse
  case pipe

  // The codebook
  case tagPosts = "tag.posts"
  case tagClaims = "tag.claims"
  case tagNew = "tag.new"
  case tagRename = "tag.rename"
  case tagMerge = "tag.merge"
  case tagMove = "tag.move"
  case tagRemove = "tag.remove"
  case tagKey = "tag.key"
  case tagColor = "tag.color"
  case tagAliases = "tag.aliases"

  // Prompts, pickers, questions
  case accept
  case complete
  case yes = "confirm.yes"
  case no = "confirm.no"

  // The split preview
  case splitToggle = "split.toggle"
  case splitMerge = "split.merge"
  case splitDrop = "split.drop"
  case splitAuthor = "split.author"
  case splitDate = "split.date"
  case splitLink = "split.link"
  case splitAccept = "split.accept"
  case splitNone = "split.none"
  case splitUndo = "split.undo"
}
