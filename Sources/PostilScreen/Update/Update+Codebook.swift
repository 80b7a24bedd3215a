import PostilCore

/// The codebook, and what is done to a tag there.
extension State {
  mutating func codebook(_ action: Action) -> [Effect] {
    if action == .tagNew {
      layer = .prompt(Prompt(.tagNew, label: "new tag"))
      return []
    }
    guard room == .codebook, let tag = codebook.current else { return [] }
    let name = tag.name
    switch action {
    case .tagPosts: return showTagged(tag)
    case .tagClaims:
      ledger.filter = "tag:\(name)"
      ledger.query = .field(.tag, name)
      ledger.cursor = 0
      ledger.top = 0
      return enter(.ledger)
    case .tagRename:
      layer = .prompt(Prompt(.tagRename(name), label: "rename #\(name) to", text: name))
    case .tagMerge: layer = .tags(palette(.merge(name)))
    case .tagMove: layer = .tags(palette(.move(name)))
    case .tagRemove: return removeTag(tag)
    case .tagKey:
      layer = .prompt(
        Prompt(.tagKey(name), label: "letter of #\(name) (empty: none)", text: tag.key ?? ""))
    case .tagColor: layer = .picker(colorPicker(tag))
    case .tagAliases:
      layer = .prompt(
        Prompt(
          .tagAliases(name), label: "other names of #\(name)",
          text: tag.aliases.joined(separator: " ")))
    default: break
    }
    return []
  }

  private mutating func showTagged(_ tag: TagCount) -> [Effect] {
    remember()
    room = .list
    return setFilter("tag:\(tag.name)") + look()
  }

  private mutating func removeTag(_ tag: TagCount) -> [Effect] {
    guard tag.definition != nil else {
      say("#\(tag.name) is in no file: it goes with the last record that carries it · M merges")
      return []
    }
    guard tag.posts + tag.claims + tag.notes == 0 else {
      say("#\(tag.name) is on \(tag.counted) · M merges it into another")
      return []
    }
    return [.perform([.removeTag(tag.name)])]
  }

  private func colorPicker(_ tag: TagCount) -> Picker {
    let colors = Role.tagColors.map {
      Picker.Item(value: $0, text: "#\(tag.name)", role: Role(tagColor: $0))
    }
    return Picker(
      .tagColor(tag.name), title: "colour of #\(tag.name)",
      items: colors + [Picker.Item(value: "none", text: "as the theme draws tags")])
  }

  /// Rows of the list of tags.
  var codebookRows: Int { max(1, CodebookPanes(frame).list.rows.count - 1) }

  /// What a prompt about a tag was answered with.
  mutating func acceptTag(_ prompt: Prompt) -> [Effect] {
    let text = prompt.editor.text
    switch prompt.purpose {
    case .tagNew:
      guard let name = TagName.typed(text) else { return refuse(prompt, Self.noTag(text)) }
      layer = nil
      codebook.following = name
      return [.perform([.defineTag(name, .text("", from: nil))])]
    case .tagRename(let old):
      guard let name = TagName.typed(text) else { return refuse(prompt, Self.noTag(text)) }
      layer = nil
      guard name != old else { return [] }
      return plan(.rename(old, to: name))
    case .tagKey(let name):
      layer = nil
      return [.perform([.defineTag(name, .key(text.isEmpty ? nil : text))])]
    case .tagAliases(let name):
      let names = text.split { $0 == " " || $0 == "," }.map(String.init)
      if let bad = names.first(where: { TagName.typed($0) == nil }) {
        return refuse(prompt, Self.noTag(bad))
      }
      layer = nil
      return [.perform([.defineTag(name, .aliases(names))])]
    default: return []
    }
  }

  private static func noTag(_ text: String) -> Problem {
    Problem(
      "“\(text)” cannot be a tag", hint: "letters, digits, - _ . and / for a hierarchy")
  }

  /// Says while a name is typed what it is like.
  mutating func warnOfDoubles(_ prompt: Prompt) {
    var prompt = prompt
    var own = ""
    if case .tagRename(let name) = prompt.purpose { own = name }
    guard let name = TagName.typed(prompt.editor.text), name != own else { return }
    if book.tags.contains(where: { TagName.isSame($0.name, name) && !$0.isImplied }) {
      prompt.problem = Problem("there is a tag #\(name) already")
    } else if let near = book.near(name).first(where: { $0.tag.name != own }) {
      prompt.problem = Problem("like #\(near.tag.name)", hint: near.likeness.words)
    }
    layer = .prompt(prompt)
  }

  // The dry run

  mutating func plan(_ deed: TagPlan.Deed) -> [Effect] {
    say("looking for the records …")
    return [.planTag(deed)]
  }

  mutating func take(_ plan: TagPlan) -> [Effect] {
    guard room == .codebook, layer == nil else { return [] }
    message = nil
    guard !plan.change.files.isEmpty else {
      say(plan.change.label)
      return []
    }
    layer = .dryRun(DryRun(plan))
    return []
  }

  mutating func press(_ key: Key, in open: DryRun) -> [Effect] {
    var run = open
    let rows = max(1, frame.body.count - DryRun.headRows)
    guard case .command(let name) = keyMap.resolve(keys: [key], scopes: [.confirm, .global])
    else { return [] }
    switch Action(rawValue: name) {
    case .yes:
      layer = nil
      codebook.following = run.plan.deed.names.to
      return [.perform([run.plan.deed.edit])]
    case .no:
      layer = nil
      say("nothing done")
      return []
    case .down: run.scroll(by: 1, rows: rows)
    case .up: run.scroll(by: -1, rows: rows)
    case .halfDown: run.scroll(by: max(1, rows / 2), rows: rows)
    case .halfUp: run.scroll(by: -max(1, rows / 2), rows: rows)
    case .pageDown: run.scroll(by: rows, rows: rows)
    case .pageUp: run.scroll(by: -rows, rows: rows)
    case .first: run.top = 0
    case .last: run.scroll(by: run.count, rows: rows)
    default: break
    }
    layer = .dryRun(run)
    return []
  }
}
