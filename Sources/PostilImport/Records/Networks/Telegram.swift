import PostilCore

/// Chats and channels as Telegram Desktop exports them (`result.json`).
enum Telegram: RecordFormat {
  static let name = "telegram"
  static let summary = "Telegram Desktop's export as JSON, one chat or all."
  static let example = "postil import ChatExport_2026-03-01/result.json"

  static func recognises(_ record: JSONValue) -> Bool {
    record["chats", "list"] != nil || record["left_chats", "list"] != nil || isChat(record)
      || isMessage(record)
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    let lists = [record["chats", "list"], record["left_chats", "list"]].compactMap { $0 }
    if !lists.isEmpty {
      for chat in lists.flatMap(\.elements) {
        // Of everything that a person has, what was said in private is not meant.
        if ["personal_chat", "saved_messages", "bot_chat"].contains(chat["type"]?.text) {
          yield.leaveOut("private message", chat["messages"]?.elements.count ?? 0)
        } else {
          take(chat, into: &yield)
        }
      }
    } else if record["messages"] != nil {
      take(record, into: &yield)
    } else {
      TelegramMessage(record, chat: .null).take(into: &yield)
    }
  }

  private static func isChat(_ record: JSONValue) -> Bool {
    record.has("messages", "type") && record.has("id")
      && (record["messages"]?.elements.isEmpty == true
        || record["messages"]?.elements.prefix(5).contains(where: isMessage) == true)
  }

  private static func isMessage(_ record: JSONValue) -> Bool {
    record.has("id", "type", "date")
      && (record.has("from_id") || record.has("actor_id") || record.has("date_unixtime"))
  }

  private static func take(_ chat: JSONValue, into yield: inout RecordYield) {
    for message in chat["messages"]?.elements ?? [] {
      TelegramMessage(message, chat: chat).take(into: &yield)
    }
  }
}
