import PostilCore
import PostilImport

extension State {
  mutating func splitting(_ action: Action) -> [Effect] {
    guard var split, room == .split else { return [] }
    switch action {
    case .splitToggle: split.edit { $0.toggle($1) }
    case .splitMerge: split.edit { $0.merge($1) }
    case .splitNone: split.edit { draft, _ in draft.mergeAll() }
    case .splitDrop: split.edit { $0.drop($1) }
    case .splitUndo:
      guard split.undo() else {
        say("nothing to undo here")
        return []
      }
    case .splitAuthor:
      layer = .prompt(
        Prompt(.splitAuthor, label: "author of this post (a leading ! means: of all)"))
    case .splitDate:
      layer = .prompt(Prompt(.splitDate, label: "date of this post (a leading ! means: of all)"))
    case .splitLink: layer = .prompt(Prompt(.splitLink, label: "address of this post"))
    case .splitAccept:
      room = .list
      self.split = nil
      return [.acceptSplit(name: split.name, split.draft)]
    default: break
    }
    self.split = split
    return []
  }

  mutating func acceptSplitWord(_ prompt: Prompt) -> [Effect] {
    guard var split else { return [] }
    if prompt.purpose == .splitLink { return acceptSplitLink(prompt) }
    var typed = prompt.editor.text.split(separator: " ").joined(separator: " ")
    let forAll = typed.hasPrefix("!")
    if forAll { typed.removeFirst() }
    var author: String?
    var posted: Moment?
    if prompt.purpose == .splitAuthor {
      author = typed.isEmpty ? nil : typed
    } else if !typed.isEmpty {
      guard let moment = Moment(typed) else {
        return refuse(
          prompt, Problem("“\(typed)” is no date", hint: "2025-11-03 or 2025-11-03T11:30:12Z"))
      }
      posted = moment
    }
    layer = nil
    split.edit { draft, line in
      if forAll {
        draft.rest.author = author ?? draft.rest.author
        draft.rest.posted = posted ?? draft.rest.posted
      } else {
        draft.attribute(line, author: author, posted: posted)
      }
    }
    self.split = split
    return []
  }

  private mutating func acceptSplitLink(_ prompt: Prompt) -> [Effect] {
    guard var split else { return [] }
    let typed = prompt.editor.text.split(separator: " ").joined()
    guard typed.isEmpty || typed.hasPrefix("http://") || typed.hasPrefix("https://") else {
      return refuse(
        prompt, Problem("“\(typed)” is no address", hint: "https://x.com/name/status/123"))
    }
    layer = nil
    split.edit { $0.attribute($1, url: typed.isEmpty ? nil : typed) }
    self.split = split
    return []
  }
}
