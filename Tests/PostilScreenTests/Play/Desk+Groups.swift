import PostilCore

/// Which posts of the desk belong together: a thread, or the same words.
extension Desk {
  func group(of post: Post) -> [Post] {
    let group = posts.filter {
      $0.thread != nil && $0.thread == post.thread || $0.text == post.text
    }
    return group.sorted { ($0.posted?.seconds ?? 0) < ($1.posted?.seconds ?? 0) }
  }

  func about(_ post: Post) -> Group {
    let group = group(of: post)
    let thread = group.filter { post.thread != nil && $0.thread == post.thread }
    return Group(
      lead: group[0].id, count: group.count, thread: thread.count,
      part: (thread.firstIndex { $0.id == post.id } ?? -1) + 1,
      copies: group.count { $0.text == post.text })
  }

  func leads(_ row: PostRow, _ id: String) -> Bool {
    posts.first { $0.id == id }.map { group(of: $0)[0].id == row.id } ?? false
  }
}
