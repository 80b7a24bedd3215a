import PostilCore

/// One message of a Telegram export.
struct TelegramMessage {
  private let message: JSONValue
  private let chat: JSONValue

  init(_ message: JSONValue, chat: JSONValue) {
    self.message = message
    self.chat = chat
  }

  func take(into yield: inout RecordYield) {
    guard message["type"]?.text == "message" else {
      yield.leaveOut(
        message["type"]?.text == "service" ? "service message" : "message that is not exported")
      return
    }
    guard let id = message["id"]?.words, Snowflake.isID(id) else {
      yield.skip("a message without id")
      return
    }
    let words = words
    let media = media
    guard !words.isEmpty || !media.isEmpty else {
      yield.leaveOut("message without text")
      return
    }
    var post = Post(id: identity(id), text: words)
    post.platform = "telegram"
    describe(&post)
    post.media = media
    yield.add(post)
  }

  private func identity(_ id: String) -> String {
    let digits = chat["id"]?.words.map { $0.drop { $0 == "-" } } ?? ""
    return digits.isEmpty ? "" : "tg-\(digits)-\(id)"
  }

  private func describe(_ post: inout Post) {
    post.author = message.first("from", "actor") ?? chat["name"]?.text
    // The local clock of whoever exported stands beside seconds only since 2022.
    if let date = message.first("date_unixtime", "date") { post.date(DateReader.read(date)) }
    if let parent = message["reply_to_message_id"]?.words, message["reply_to_peer_id"] == nil {
      post.replyTo = identity(parent)
    }
    if let source = message.first("forwarded_from", "saved_from") {
      post.labels.append("forwarded from \(source)")
    }
    if let name = chat["name"]?.text { post.labels.append("in \(name)") }
    if message.has("edited_unixtime") || message.has("edited") { post.labels.append("edited") }
    let type = chat["type"]?.text ?? ""
    if ["personal_chat", "saved_messages", "bot_chat"].contains(type) {
      post.visibility = "direct"
    } else if type.hasPrefix("private") {
      post.visibility = "followers"
    } else if type.hasPrefix("public") {
      post.visibility = "public"
    }
    post.links = links(post.text)
    post.likes = message["reactions"].map {
      $0.elements.reduce(0) { $0 + max(0, min($1["count"]?.count ?? 0, 1_000_000_000)) }
    }
  }

  /// The parts of the text; older exports have them in `text` itself.
  private var parts: [JSONValue] {
    let entities = message["text_entities"]?.elements ?? []
    if !entities.isEmpty { return entities }
    switch message["text"] {
    case .array(let parts)?: return parts
    case .string(let text)?: return [.string(text)]
    default: return []
    }
  }

  private var words: String {
    let text = parts.map { $0.text ?? $0["text"]?.text ?? "" }.joined()
    let poll = message["poll"] ?? .null
    guard let question = poll["question"]?.text else { return text }
    let answers = poll["answers"]?.elements.compactMap { $0["text"]?.text }.map { "- " + $0 } ?? []
    return ([text, question].filter { !$0.isEmpty } + answers).joined(separator: "\n")
  }

  private func links(_ text: String) -> [String] {
    var links: [String] = []
    for part in parts {
      let link = part["href"]?.text ?? (part["type"]?.text == "link" ? part["text"]?.text : nil)
      guard let link, !links.contains(link), links.count < 500 else { continue }
      links.append(link)
    }
    return links + PlainLinks.found(in: text).filter { !links.contains($0) }
  }

  /// Files that were exported along, by their paths in the export.
  private var media: [String] {
    [message["photo"]?.text, message["file"]?.text].compactMap { $0 }
      .filter { !$0.hasPrefix("(File") }
  }
}
