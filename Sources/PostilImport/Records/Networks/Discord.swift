import PostilCore

/// Channels as DiscordChatExporter writes them.
enum Discord: RecordFormat {
  static let name = "discord"
  static let summary = "Discord: JSON and tables of DiscordChatExporter."
  static let example = "postil import 'Investors - Energy - wind [860000000000000001].json'"

  static func recognises(_ record: JSONValue) -> Bool {
    record.has("guild", "channel", "messages") || isMessage(record) || isRow(record)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    guard !isRow(record) else {
      takeRow(record, into: &yield)
      return
    }
    guard let messages = record["messages"] else {
      take(record, of: .null, into: &yield)
      return
    }
    for message in messages.elements { take(message, of: record, into: &yield) }
    if let count = record["messageCount"]?.count, count > messages.elements.count {
      yield.warn("it says that it holds \(count) messages, and holds \(messages.elements.count)")
    }
  }

  private static func isMessage(_ record: JSONValue) -> Bool {
    record.has("id", "type", "timestamp", "content", "author") && record.has("isPinned")
  }

  private static func take(
    _ message: JSONValue, of export: JSONValue, into yield: inout RecordYield
  ) {
    guard ["Default", "Reply", "ThreadStarterMessage", nil].contains(message["type"]?.text) else {
      yield.leaveOut("system message")
      return
    }
    guard let id = message["id"]?.words, Snowflake.isID(id) else {
      yield.skip("a message without id")
      return
    }
    let embeds = message["embeds"]?.elements ?? []
    let media = message["attachments"]?.elements.compactMap { $0["url"]?.text } ?? []
    let content = message["content"]?.text ?? ""
    let text = content.isEmpty ? words(of: embeds) : content
    guard !text.isEmpty || !media.isEmpty else {
      yield.leaveOut("message without text")
      return
    }
    var post = Post(id: "dc-" + id, text: text)
    post.platform = "discord"
    post.author = message["author", "name"]?.text.map { "@" + $0 }
    post.name = message["author", "nickname"]?.text ?? message["author", "name"]?.text
    if let date = message["timestamp"]?.text { post.date(DateReader.read(date)) }
    post.media = media
    let links = PlainLinks.found(in: content)
    post.links = links + embeds.compactMap { $0["url"]?.text }.filter { !links.contains($0) }
    let guild = export["guild", "id"]?.words ?? "0"
    if let channel = export["channel", "id"]?.words {
      let place = guild == "0" ? "@me" : guild
      post.url = "https://discord.com/channels/\(place)/\(channel)/\(id)"
    }
    if guild == "0" { post.visibility = "direct" }
    if let name = export["channel", "name"]?.text { post.labels.append("#" + name) }
    if message["timestampEdited"]?.text != nil { post.labels.append("edited") }
    post.replyTo = message["reference"]?.number("messageId").map { "dc-" + $0 }
    post.likes = message["reactions"].map {
      $0.elements.reduce(0) { $0 + max(0, min($1["count"]?.count ?? 0, 1_000_000_000)) }
    }
    yield.add(post)
  }

  // MARK: Tables

  private static func isRow(_ record: JSONValue) -> Bool {
    record.has("AuthorID", "Author", "Date", "Content")
  }

  /// Tables keep neither channel nor answers, and ids of messages only in newer versions.
  private static func takeRow(_ row: JSONValue, into yield: inout RecordYield) {
    let media = (row["Attachments"]?.text ?? "").split(separator: ",").map(String.init)
      .filter { $0.hasPrefix("http") }
    let text = row["Content"]?.words ?? ""
    guard !text.isEmpty || !media.isEmpty else {
      yield.leaveOut("message without text")
      return
    }
    var post = Post(id: row.number("MessageID").map { "dc-" + $0 } ?? "", text: text)
    post.platform = "discord"
    post.author = row["Author"]?.words.map {
      "@" + ($0.hasSuffix("#0000") ? $0.dropLast(5) : $0[...])
    }
    if let date = row["Date"]?.words { post.date(DateReader.read(date)) }
    post.media = media
    post.links = PlainLinks.found(in: text)
    yield.add(post)
  }

  // MARK: Boxes

  /// Bots write into boxes.
  private static func words(of embeds: [JSONValue]) -> String {
    var parts: [String] = []
    for embed in embeds.prefix(20) {
      parts += [embed["title"], embed["description"]].compactMap { $0?.text }
      for field in embed["fields"]?.elements ?? [] {
        let words = [field["name"], field["value"]].compactMap { $0?.text }
        if !words.isEmpty { parts.append(words.joined(separator: ": ")) }
      }
    }
    return parts.joined(separator: "\n\n")
  }
}
