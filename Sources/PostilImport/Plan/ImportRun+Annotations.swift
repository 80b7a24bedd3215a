import PostilCore

extension ImportRun {
  /// Claims and margins out of what the person wrote about posts elsewhere; only new ones.
  func annotationFiles() throws(Problem) -> [Change.File] {
    guard !annotations.isEmpty else { return [] }
    try portions?.settle()
    var posts: [String: [Post]] = [:]
    let named = annotations.map { annotation in
      var annotation = annotation
      annotation.post = aliases[annotation.post] ?? annotation.post
      return annotation
    }
    for id in Set(named.map(\.post)) {
      var captures = open[id]
      if captures == nil { captures = try stored.captures(of: id) }
      posts[id] = captures?.captures.map { capture in
        var post = capture.post
        post.id = capture.path.map(Layout.id) ?? id
        return post
      }
    }
    return Annotation.files(for: named, captures: { posts[$0] ?? [] }) { path in
      // What cannot be read is there, and is left alone.
      do { return try notebook.text(of: path) != nil } catch { return true }
    }
  }
}
