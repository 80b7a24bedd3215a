/// The address of a post on X, whatever mirror it was copied from.
package struct StatusURL: Hashable {
  /// Digits.
  package let id: String
  /// Without `@`; nil when the address names none (`/i/web/status/…`).
  package let handle: String?

  /// Reads `https://x.com/<handle>/status/<id>` and its mirrors; nil for everything else.
  package init?(_ text: some StringProtocol) {
    guard let scheme = text.firstRange(of: "://"),
      ["http", "https"].contains(text[..<scheme.lowerBound].lowercased())
    else { return nil }
    let rest = text[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }
    let parts = rest.split(separator: "/")
    guard let host = parts.first?.lowercased(), Self.isHost(host),
      let place = parts.firstIndex(where: { $0 == "status" || $0 == "statuses" }),
      place > 1, place + 1 < parts.count
    else { return nil }
    let id = parts[place + 1]
    guard Snowflake.isID(id),
      parts[(place + 1)...].count == 1 || Self.tails.contains(String(parts[place + 2]))
    else { return nil }
    self.id = String(id)
    let handle = parts[place - 1]
    self.handle = ["i", "web", "statuses"].contains(handle) ? nil : String(handle)
  }

  /// Where the post stands on X today.
  package var canonical: String { Self.canonical(id: id, handle: handle) }

  package static func canonical(id: String, handle: String?) -> String {
    "https://x.com/\(handle ?? "i")/status/\(id)"
  }

  private static func isHost(_ host: String) -> Bool {
    let bare = ["www.", "mobile.", "m."].first { host.hasPrefix($0) }
      .map { String(host.dropFirst($0.utf8.count)) }
    return hosts.contains(bare ?? host) || host.hasPrefix("nitter.")
  }

  private static let tails: Set<String> = [
    "photo", "video", "analytics", "quotes", "retweets", "likes",
  ]
  private static let hosts: Set<String> = [
    "x.com", "twitter.com", "fxtwitter.com", "vxtwitter.com", "fixupx.com", "xcancel.com",
  ]
}

extension Post {
  /// The id of the post on X that an address leads to, whatever mirror it was copied from; nil for
  /// every other address.
  public static func id(at address: String) -> String? {
    StatusURL(address).map { "x-" + $0.id }
  }
}
