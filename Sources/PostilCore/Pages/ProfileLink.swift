/// Where an author can be seen, told from the address of one of their posts.
public enum ProfileLink {
  /// The address up to the author's handle, `https://x.com/ada` of `https://x.com/ada/status/1`; nil
  /// when the handle is no part of the path, or the address is none of the web.
  public static func of(_ handle: String, post url: String) -> String? {
    let name = handle.drop { $0 == "@" }.lowercased()
    guard !name.isEmpty, url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
    var parts = url.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 3 else { return nil }
    // `@ada@example.social` is `/@ada` on its own server.
    let local = name.prefix { $0 != "@" }
    for index in 3..<parts.count {
      let part = parts[index].prefix { $0 != "?" && $0 != "#" }
      let bare = part.drop { $0 == "@" }.lowercased()
      guard bare == name || bare == local else { continue }
      parts[index] = part
      return parts[...index].joined(separator: "/")
    }
    return nil
  }
}
