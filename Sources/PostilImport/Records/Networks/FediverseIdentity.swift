import PostilCore

extension Post {
  /// Makes it the post of the fediverse with an id, which is an address.
  ///
  /// Mastodon writes one post as `/users/x/statuses/1`, `/ap/users/9/statuses/1` and `/@x/1`.
  mutating func identify(activity uri: String, url: String?) {
    key = uri
    platform = "mastodon"
    self.url = url ?? uri
    id = Self.id(ofActivity: uri)
  }

  static func id(ofActivity uri: String) -> String {
    if let (host, number) = mastodonNumber(uri) { return "ap-\(host)-\(number)" }
    return "ap-" + String(ContentHash.sha256(of: uri).prefix(16))
  }

  private static func mastodonNumber(_ uri: String) -> (host: String, number: String)? {
    let parts = uri.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count >= 4, parts[0] == "https:" || parts[0] == "http:" else { return nil }
    let host = parts[1].lowercased()
    guard host.utf8.count <= 80,
      host.utf8.allSatisfy({ 48...57 ~= $0 || 97...122 ~= $0 || $0 == 45 || $0 == 46 })
    else { return nil }
    let path = parts[2...]
    let number: Substring? =
      if path.count == 2, path.first?.hasPrefix("@") == true {
        path.last
      } else if let place = path.firstIndex(of: "statuses"), place + 1 < path.endIndex,
        place + 2 == path.endIndex || path[place + 2] == "activity"
      {
        path[place + 1]
      } else { nil }
    guard let number, Snowflake.isID(number), number.utf8.count > 5 else { return nil }
    return (host, String(number))
  }

  /// `user@host` of an address that names both; nil for others.
  static func fediverseHandle(_ uri: String) -> String? {
    let parts = uri.split(separator: "/")
    guard parts.count >= 3, parts[0].hasSuffix(":") else { return nil }
    let name: Substring? =
      if parts[2].hasPrefix("@") {
        parts[2].dropFirst()
      } else if parts.count >= 4, parts[2] == "users" { parts[3] } else { nil }
    return name.map { "\($0)@\(parts[1])" }
  }
}
