internal import PostilCore

/// What the loop around the state has to know and to ask.
extension State {
  /// Whether the first answers are there, so that a frame has all its parts.
  public var isComplete: Bool { list.isLoaded }

  /// Whether what keys are meant for is still to come: the first list, or the page that was opened.
  ///
  /// What is typed or chosen over it needs no page.
  public var awaitsPage: Bool {
    guard layer == nil else { return false }
    return switch room {
    case .list: !list.isLoaded || reading != nil || awaiting != nil
    case .reader: reader == nil
    default: false
    }
  }

  /// Whether the post in hand is to be read once no key has come for a moment.
  public var wantsPause: Bool { unreadInHand != nil && layer == nil }

  /// Whether the theme depends on the terminal's background.
  public var heedsBackground: Bool { configuration.map { $0.pair.dark != $0.pair.light } ?? false }

  /// Whether a pasted text waits to be cut into posts.
  public var isSplitting: Bool { split != nil }

  /// What is still to be done when the program has to end at once: an open note is saved.
  public mutating func abandon() -> [Effect] {
    guard case .editor = layer else { return [] }
    return note(.noteSave)
  }

  /// A note that was written and is not on the disk, with the id of what it belongs to.
  public var unsaved: (target: String, text: String)? {
    var editor = saving
    if case .editor(let open) = layer, open.editor.text != open.from { editor = open }
    return editor.map { ($0.target, $0.editor.text) }
  }

  /// Which room one is in, and which post lies open there: what a recorded session is cut by.
  public var place: [String] {
    let item = room == .reader ? reader?.dossier.post.id : page?.subject.key
    return [room.rawValue, item ?? ""]
  }

  /// Carries out an action without a key, as a typed command asks for it.
  public mutating func perform(_ action: Action, count: Int? = nil, argument: String = "")
    -> [Effect]
  {
    message = nil
    return withSticky(run(action, count: count, argument: argument))
  }
}
