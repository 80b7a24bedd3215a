import PostilCore

extension Workbench {
  /// The page of a subject, with the author's link as the newest of their posts gives it.
  func page(of subject: Subject) throws(Problem) -> SubjectPage {
    var page = try catalog.page(of: subject, today: today)
    guard case .author(let handle) = page.subject else { return page }
    for row in page.rows.prefix(5) {
      guard let path = try catalog.path(of: row.id),
        case .post(let post)? = try? notebook.record(at: path), let url = post.url,
        let link = ProfileLink.of(handle, post: url)
      else { continue }
      page.link = link
      break
    }
    return page
  }

  /// The page of what was typed: of the first subject it can mean about which something is known.
  func page(named typed: String) throws(Problem) -> SubjectPage? {
    for subject in Subject.readings(of: typed) {
      let page = try page(of: subject)
      if !page.isEmpty { return page }
    }
    return nil
  }
}
