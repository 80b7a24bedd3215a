import PostilCore

/// Addresses of pictures and films in lists that name them in one of several plain ways.
enum PlainMedia {
  /// Those of a record of no known format, by what its members are called.
  static func named(in record: JSONValue) -> [String] {
    record.members.filter { names.contains(RecordField.normalised($0.name)) }.flatMap { member in
      let value = NestedText.value(member.value)
      guard let text = value?.text else { return addresses(value) }
      return text.replacing(",http", with: " http").split { " \n\t|;".contains($0) }
        .map(String.init).filter { $0.hasPrefix("http") }
    }
  }

  private static let names: Set<String> = [
    "media", "mediaitems", "mediaurl", "mediaurls", "images", "imageurl", "imageurls", "photos",
    "photourls", "videourl", "videourls", "attachments",
  ]

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
