import PostilCore

/// Saved pages as Pocket exported them; the service ended in 2025, its exports live on.
enum Pocket: RecordFormat {
  static let name = "pocket"
  static let summary = "Pocket: CSV of saved pages."
  static let example = "postil import part_000000.csv"

  static func recognises(_ record: JSONValue) -> Bool {
    record.has("url", "time_added", "title") && (record.has("tags") || record.has("status"))
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    guard let address = record["url"]?.text, !address.isEmpty else {
      yield.skip("a page without an address")
      return
    }
    let title = record["title"]?.text.flatMap { $0 == address ? nil : $0 }
    yield.add(
      SavedPage.post(
        address, title: title, saved: record["time_added"]?.words,
        tags: (record["tags"]?.text ?? "").split(separator: "|").map(String.init)))
  }
}

/// A page of which only the address and perhaps the title are known.
enum SavedPage {
  /// A placeholder: the words of the page are still to come.
  static func post(_ address: String, title: String?, saved: String?, tags: [String]) -> Post {
    var post = Post(id: "", text: title ?? address)
    post.title = title
    if let thing = RedditAddress(address) {
      post = thing.stub
      if let title { (post.title, post.text) = (title, title) }
    } else if let status = StatusURL(address) {
      post.identify(on: status)
    } else {
      post.platform = "web"
      post.key = address
      post.url = address
      post.id = "p-" + String(ContentHash.sha256(of: address).prefix(16))
    }
    post.state = "placeholder"
    // When it was saved is not when it was written.
    if case .instant(let instant)? = saved.flatMap({ DateReader.read($0).moment }) {
      post.captured = instant
    }
    post.labels += tags.filter { !$0.isEmpty && !post.labels.contains($0) }
    return post
  }
}
