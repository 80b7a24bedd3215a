import PostilCore

extension State {
  mutating func fold(_ action: Action) -> [Effect] {
    switch room {
    case .list: return foldList(action)
    case .reader:
      foldPage(action)
      return []
    default:
      say("nothing folds here")
      return []
    }
  }

  /// How many other posts the row under the cursor stands for.
  var foldedHere: Int { list.current?.folded(by: list.ask.folding) ?? 0 }

  private mutating func foldList(_ action: Action) -> [Effect] {
    let row = list.current
    switch action {
    case .foldAll: list.ask.folding = Folding()
    case .unfoldAll: list.ask.folding = .none
    default:
      guard list.ask.folding.isOn else {
        say("every post is a row · z m folds threads and copies")
        return []
      }
      guard let lead = row?.group?.lead else {
        say("nothing folds into this row")
        return []
      }
      list.ask.folding.opened.formSymmetricDifference([lead])
    }
    list.restart()
    let window = list.window(rows: geometry.visible)
    return [.loadPosts(list.ask, window: window)] + askForSections
      + (row.map { [.locate(list.ask, post: $0.id)] } ?? [])
  }

  /// Opens or closes what the post under the cursor quotes or answers, or what the whole page does.
  private mutating func foldPage(_ action: Action) {
    guard var reader else { return }
    let ids =
      switch action {
      case .foldAll, .unfoldAll: reader.asides
      default: reader.asides(of: reader.selection.block)
      }
    guard !ids.isEmpty else {
      say("nothing is quoted or answered here that is in the notebook")
      return
    }
    let closes = action == .foldAll || action != .unfoldAll && ids.isSubset(of: reader.opened)
    reader.setOpened(closes ? reader.opened.subtracting(ids) : reader.opened.union(ids))
    reader.reveal(rows: frame.body.count)
    self.reader = reader
  }

  /// The post that the cursor is on, and its file.
  func postHere(_ reader: Reader) -> (post: Post, path: String) {
    guard room == .reader else { return (reader.dossier.post, reader.dossier.path) }
    return (reader.block.post, reader.block.path)
  }
}
