import PostilCore

/// Addresses of pictures and films in lists that name them in one of several plain ways.
enum PlainMedia {
  /// Strings, or objects with the best of their addresses.
  static func addresses(_ media: JSONValue?) -> [String] {
    media?.elements.prefix(100).compactMap { item in
      if let address = item.text { return address }
      let films = item["variants"]?.elements ?? []
      let best = films.max {
        ($0["bitrate"]?.count ?? $0["bit_rate"]?.count ?? -1)
          < ($1["bitrate"]?.count ?? $1["bit_rate"]?.count ?? -1)
      }
      return best?["url"]?.text
        ?? item.first("fullUrl", "original", "media_url_https", "url", "thumbnailUrl", "previewUrl")
    } ?? []
  }
}
