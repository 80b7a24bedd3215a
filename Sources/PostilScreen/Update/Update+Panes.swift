import PostilCore

/// `C-w`: from one pane to the next, and one pane alone.
extension State {
  mutating func pane(_ action: Action) -> [Effect] {
    switch action {
    case .paneZoom:
      margin.isAlone.toggle()
      say(margin.isAlone ? "alone · C-w o brings the other panes back" : "all panes")
      return fit(size)
    case .paneLeft: return room == .list ? [] : leavePane()
    case .paneRight: return room == .list || room == .ledger ? go(.open) : enterMargin()
    default:
      // The next one: list, text, list; ledger, text.
      return room == .reader ? leavePane() : go(.open)
    }
  }

  private mutating func leavePane() -> [Effect] {
    room == .reader || room == .ledger ? leave() : []
  }

  /// From the text into the margin: to the claim nearest to the selection.
  private mutating func enterMargin() -> [Effect] {
    guard room == .reader, let reader else { return [] }
    if let claim = reader.claimHere {
      self.reader?.focus(claim, in: reader.selection.block)
      revealSelection()
      return []
    }
    return move(.claimNext, nil)
  }
}
