/// What is wrong with a file by itself.
extension Checker {
  mutating func checkID(_ document: Document, _ path: String) {
    let name = Layout.id(of: path)
    let kind = Layout.kind(of: path)
    if kind == .post || kind == .claim, !Layout.isID(name) {
      add(
        "“\(name)” cannot be an id", path,
        hint: "An id is a letter, then a-z A-Z 0-9 . _ - and perhaps ~2")
    }
    guard let entry = document.entry("id"), case .scalar(let id) = entry.value, id != name else {
      return
    }
    add(
      "the id is \(id), and the file is called \(name)", path, entry.line,
      hint: "Links go by the file's name")
  }

  mutating func checkPost(_ post: Post, _ document: Document, _ path: String) {
    let digest = Post.digest(of: post.text)
    guard digest != post.sha256 else { return }
    guard let entry = document.entry("sha256"), !post.sha256.isEmpty else {
      add("the post has no sha256", path, 1, hint: "Of the text as it is: `sha256: \(digest)`")
      return
    }
    add(
      "the text is not the one that was imported", path, entry.line,
      hint: "Restore it; if the new text is meant, keep it as a later capture (~2)")
  }

  mutating func checkQuery(_ name: String, _ document: Document, _ path: String) {
    do throws(Problem) {
      let query = try Query(parsing: lexicon.saved[name] ?? "", in: lexicon)
      _ = try Query.and([.saved(name), query]).expanded { lexicon.saved[$0] }
    } catch {
      var problem = error
      problem.place = .init(path, line: document.entry("query")?.line)
      add(problem)
    }
  }

  /// Files that are no records: most are nobody's business, some were left behind.
  mutating func checkOther(_ path: String) {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[$0...].dropFirst()) }
    if (name ?? path).hasPrefix(Disk.temporary) {
      add("an unfinished file was left behind", path, hint: "Delete it")
    } else if notebook.disk.isLink(notebook.absolute(path)) {
      add("a link is not followed", path, hint: "Put the file or folder itself here")
    } else if [".orig", ".rej", ".bak", ".tmp", "~"].contains(where: path.hasSuffix) {
      add("another program left this file", path, hint: "Look at it, then delete it")
    } else if path.contains("\u{FFFD}") {
      add("the name of this file is not UTF-8", path, hint: "Give it another name")
    }
  }

  mutating func checkReadingLog() {
    let path = Layout.readingLog
    do throws(Problem) {
      guard let text = try notebook.text(of: path) else { return }
      let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where !line.isEmpty && ReadingLine(line) == nil {
        add(
          "this is not `instant id read|unread`", path, index + 1,
          hint: "Write it as `2026-03-15T09:12:44Z x-1 read`, or delete it")
      }
    } catch {
      add(error)
    }
  }
}
