@testable import PostilScreen

/// Each kind of screen there is: a room, what lies over it, or what stands in its place.
///
/// The switches below are exhaustive and every face needs a scene, so that no kind of screen comes
/// into the program without a golden.
enum Face: String, CaseIterable {
  case list, reader, ledger, notes, codebook, page, split, problems
  case search, filter, dueOfNew, due, confidence, importFile, noteTitle, splitAuthor, splitDate,
    splitLink
  case tagNew, tagRename, tagKey, tagAliases
  case palette, help, export, places, sources, tagColor, pageHere, pages
  case tagPosts, tagClaims, tagMatches, tagSticky, tagMerge, tagMove, tagFind, matches, dryRun
  case labelGo, labelTag, labelLink, labelNumber, labelChosen
  case editor, borders, confirm, letter, bare, pendingKeys, tooSmall
  case theme, pipe, output

  init(_ state: State) {
    self =
      if state.frame.isTooSmall {
        .tooSmall
      } else if let layer = state.layer {
        Face(layer)
      } else if !state.pending.isEmpty {
        .pendingKeys
      } else {
        Face(state.room)
      }
  }

  private init(_ room: Room) {
    self =
      switch room {
      case .list: .list
      case .reader: .reader
      case .ledger: .ledger
      case .notes: .notes
      case .codebook: .codebook
      case .page: .page
      case .split: .split
      case .problems: .problems
      }
  }

  private init(_ layer: Layer) {
    self =
      switch layer {
      case .prompt(let prompt): Face(prompt.purpose)
      case .picker(let picker): Face(picker.purpose)
      case .tags(let palette): Face(palette.purpose)
      case .matches: .matches
      case .dryRun: .dryRun
      case .labels(let labels) where labels.chosen != nil: .labelChosen
      case .labels(let labels): Face(labels.purpose)
      case .editor: .editor
      case .borders: .borders
      case .confirm: .confirm
      case .letter: .letter
      case .bare: .bare
      case .output: .output
      }
  }

  private init(_ purpose: Prompt.Purpose) {
    self =
      switch purpose {
      case .search: .search
      case .filter: .filter
      case .dueOfNew: .dueOfNew
      case .due: .due
      case .confidence: .confidence
      case .importFile: .importFile
      case .noteTitle: .noteTitle
      case .pipe: .pipe
      case .splitAuthor: .splitAuthor
      case .splitDate: .splitDate
      case .splitLink: .splitLink
      case .tagNew: .tagNew
      case .tagRename: .tagRename
      case .tagKey: .tagKey
      case .tagAliases: .tagAliases
      }
  }

  private init(_ purpose: Picker.Purpose) {
    self =
      switch purpose {
      case .palette: .palette
      case .help: .help
      case .export: .export
      case .places: .places
      case .sources: .sources
      case .tagColor: .tagColor
      case .theme: .theme
      case .pageHere: .pageHere
      case .pages: .pages
      }
  }

  private init(_ purpose: TagPalette.Purpose) {
    self =
      switch purpose {
      case .posts: .tagPosts
      case .claims: .tagClaims
      case .matches: .tagMatches
      case .sticky: .tagSticky
      case .merge: .tagMerge
      case .move: .tagMove
      case .find: .tagFind
      }
  }

  private init(_ purpose: Labels.Purpose) {
    self =
      switch purpose {
      case .go: .labelGo
      case .tag: .labelTag
      case .link: .labelLink
      case .number: .labelNumber
      }
  }
}
