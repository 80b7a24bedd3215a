package import PostilCore

extension Annotation {
  /// The files that annotations become, of those that are not there yet.
  ///
  /// Words that were marked become a claim; everything else goes into the margin of its post, if it
  /// has none. Whatever is there stays as it is.
  ///
  /// - Parameters:
  ///   - annotations: in the order of the source.
  ///   - captures: every capture of a post as it will be in the notebook, by the id of the first.
  ///   - exists: whether there is a file at a path.
  /// - Returns: claims in the order of the annotations, then margins.
  package static func files(
    for annotations: [Annotation], captures: (String) -> [Post], exists: (String) -> Bool
  ) -> [Change.File] {
    var files: [Change.File] = []
    var margins: [String: Note] = [:]
    for annotation in annotations {
      let posts = captures(annotation.post)
      if let claim = annotation.claim(on: posts) {
        let path = Layout.path(ofClaim: claim.id)
        guard !exists(path), !files.contains(where: { $0.path == path }) else { continue }
        let post = posts.first { $0.id == claim.post }
        files.append(Change.File(path, before: nil, after: ClaimFile.text(for: claim, post: post)))
      } else {
        let id = Note.marginID(of: annotation.post)
        var note = margins[id] ?? Note(id: id)
        note.post = annotation.post
        note.tags += annotation.tagNames.filter { !note.tags.contains($0) }
        note.text = [note.text, annotation.words].filter { !$0.isEmpty }.joined(separator: "\n\n")
        margins[id] = note
      }
    }
    for note in margins.values.sorted(by: { $0.id < $1.id }) {
      let path = Layout.path(ofNote: note.id)
      guard !exists(path), !note.tags.isEmpty || !note.text.isEmpty else { continue }
      files.append(Change.File(path, before: nil, after: NoteFile.text(for: note)))
    }
    return files
  }

  private var tagNames: [String] { tags.compactMap { TagName.typed($0) } }

  /// Nil when it is about no words in particular, or they do not stand in the post exactly once.
  private func claim(on posts: [Post]) -> Claim? {
    guard let quote else { return nil }
    for post in posts {
      let scalars = Array(post.text.unicodeScalars)
      guard let place = try? post.place(of: quote) else { continue }
      let span = Anchor.aligned(place, in: scalars)
      var claim = Claim(id: claimID)
      claim.post = post.id
      claim.spans = [span]
      claim.rev = Post.rev(of: post.text)
      claim.quotes = [String(String.UnicodeScalarView(scalars[span]))]
      claim.tags = tagNames
      claim.notes = words
      claim.history = written.map { [Turn($0.day, .open)] } ?? []
      return claim
    }
    return nil
  }

  /// Made of the native id, so that it is the same however often it is imported.
  private var claimID: String {
    let day = (written?.day ?? Day(number: 0)).parts
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    let digits = Array(ContentHash.sha256(of: key).prefix(10))
    let letters = stride(from: 0, to: digits.count - 1, by: 2).map { place in
      alphabet[(Int(String(digits[place...place + 1]), radix: 16) ?? 0) % alphabet.count]
    }
    return "c-\(two(day.year % 100))\(two(day.month))\(two(day.day))-\(String(letters))"
  }
}
