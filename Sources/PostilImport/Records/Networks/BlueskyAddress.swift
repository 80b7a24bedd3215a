import PostilCore

/// The address of a record of Bluesky, `at://did:plc:…/app.bsky.feed.post/3lq…`.
struct BlueskyAddress {
  let did: String
  let key: String

  /// Reads the address of a post; nil for everything else.
  init?(_ uri: String) {
    guard uri.hasPrefix("at://") else { return nil }
    let parts = uri.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, !parts[2].isEmpty, uri.utf8.count < 600,
      parts[1].hasPrefix("app.bsky.feed.") || parts[1].hasSuffix("Post")
        || parts[1].hasSuffix("post")
    else { return nil }
    did = String(parts[0])
    key = String(parts[2])
  }

  /// `bs-` with the account and the key, as far as they may stand in the name of a file.
  var id: String {
    let account = did.hasPrefix("did:plc:") ? did.dropFirst(8) : did[...]
    let name = "\(account.map { $0 == ":" ? "." : $0 }.reduce(into: "") { $0.append($1) })-\(key)"
    let isPlain = name.utf8.allSatisfy {
      48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0 || [45, 46, 95].contains($0)
    }
    guard isPlain, name.utf8.count <= 120, name.last != "." else {
      return "bs-" + String(ContentHash.sha256(of: identity).prefix(16))
    }
    return "bs-" + name
  }

  /// What stays the same whatever the account is called.
  var identity: String { did + "/" + key }

  func page(handle: String?) -> String {
    "https://bsky.app/profile/\(handle ?? did)/post/\(key)"
  }
}
