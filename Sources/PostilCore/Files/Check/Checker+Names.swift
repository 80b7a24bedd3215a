/// What is wrong between files: names, tags, margins and links.
extension Checker {
  mutating func checkNames() {
    for (name, paths) in names where paths.count > 1 {
      for path in paths.dropFirst() {
        add(
          "\(paths[0]) has the same name", path,
          hint: "Links go by names: rename one, and what links to “\(name)”")
      }
    }
  }

  mutating func checkTags() {
    var letters: [Character: String] = [:]
    var known: [String: String] = [:]
    for (tag, path) in tags { known[tag.name] = path }
    for (tag, path) in tags {
      if !Tags.isTag(tag.name) {
        add("“\(tag.name)” cannot be a tag", path, hint: "Use letters, digits, - and _")
      }
      if tag.text.isEmpty {
        add("the tag has no definition", path, hint: "Say below the front matter when to use it")
      }
      if let key = tag.key {
        if let other = letters[key] {
          add("the key \(key) is that of \(other) too", path, hint: "Give it another letter")
        }
        letters[key] = letters[key] ?? tag.name
      }
      for alias in tag.aliases {
        if let other = known[alias], other != path {
          add(
            "the alias “\(alias)” is the name of \(other)", path, hint: "Drop the alias, or the tag"
          )
        }
        known[alias] = known[alias] ?? path
      }
    }
  }

  mutating func checkMargin(_ note: Note, _ document: Document, _ path: String) {
    let line = document.entry("post")?.line
    let named = note.id.hasPrefix("on-") ? String(note.id.dropFirst(3)) : nil
    if let post = note.post, let named, post != named {
      add(
        "the margin is of \(post), and the file is called \(note.id)", path, line,
        hint: "Call it on-\(post).md")
    }
    guard let post = note.post ?? named, !isPost(post) else { return }
    add(
      "there is no post \(post)", path, line, hint: "Import it again, or move the words elsewhere")
  }

  mutating func checkLink(_ id: String, _ path: String, _ line: Int) {
    let name = id.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(id[$0...].dropFirst()) } ?? id
    guard !name.isEmpty, names[name] == nil, !keys.contains(id),
      names[name.hasSuffix(".md") ? String(name.dropLast(3)) : name] == nil,
      !notebook.disk.exists(notebook.absolute(id)), !isOldName(name)
    else { return }
    add("nothing is called \(id)", path, line, hint: "The link leads nowhere")
  }

  /// Whether a tag was called so before.
  private func isOldName(_ name: String) -> Bool {
    tags.contains { $0.tag.aliases.contains { $0 == name || TagName.leaf(of: $0) == name } }
  }

  func isPost(_ id: String) -> Bool {
    keys.contains(id) || names[id]?.contains { Layout.kind(of: $0) == .post } ?? false
  }
}
