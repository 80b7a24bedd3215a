import PostilCore

/// The page of a post or comment of Reddit: `/r/x/comments/s868nd/title/htgx8oq/`.
struct RedditAddress {
  /// Of the comment, when the page is of one, else of the post.
  let name: RedditName
  /// The post that the comment is below; nil on the page of a post.
  let thread: RedditName?
  /// The subreddit without `r/`.
  let place: String?

  /// Nil for an address of anything else.
  init?(_ address: String) {
    let path: Substring
    if address.hasPrefix("/r/") || address.hasPrefix("/user/") {
      path = address[...]
    } else {
      guard WebAddress.isWeb(address), let scheme = address.firstRange(of: "://") else {
        return nil
      }
      let rest = address[scheme.upperBound...]
      let host = rest.prefix { $0 != "/" }.lowercased()
      if host == "redd.it" {
        path = "/comments/" + rest.dropFirst(host.utf8.count + 1)
      } else {
        guard host == "reddit.com" || host.hasSuffix(".reddit.com") else { return nil }
        path = rest.dropFirst(host.utf8.count)
      }
    }
    let parts = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    guard let start = parts.firstIndex(of: "comments"), start + 1 < parts.count,
      let post = RedditName(String(parts[start + 1]), kind: "t3")
    else { return nil }
    place = start == 2 && parts[0] == "r" ? String(parts[1]) : nil
    // Between the post and the comment stands its title, or `comment`.
    let comment =
      start + 3 < parts.count ? RedditName(String(parts[start + 3]), kind: "t1") : nil
    name = comment ?? post
    thread = comment == nil ? nil : post
  }

  /// A placeholder for what stands there.
  var stub: Post {
    var path = "https://www.reddit.com/"
    if let place { path += "r/\(place)/" }
    path += "comments/\((thread ?? name).code)/"
    if thread != nil { path += "_/\(name.code)/" }
    var post = Post(id: "rd-" + name.text, text: path)
    post.platform = "reddit"
    post.url = path
    post.state = "placeholder"
    post.thread = thread.map { "rd-" + $0.text }
    if let place { post.labels.append("r/" + place) }
    return post
  }
}
