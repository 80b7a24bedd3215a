import PostilCore

/// JSON of programs whose records are no posts by their names alone.
enum ForeignJSON {
  /// What it is; nil when it is nothing known.
  static func name(of value: JSONValue) -> String? {
    if value["guild"] != nil, value["messages"] != nil { return "a Discord export" }
    if value["chats"] != nil || value["messages"]?[0]?["from_id"] != nil {
      return "a Telegram export"
    }
    if value["orderedItems"] != nil { return "a Mastodon export" }
    if value["kind"]?.text == "Listing" || value[0]?["kind"]?.text == "Listing" {
      return "a page of Reddit's API"
    }
    if value["hits"]?[0]?["objectID"] != nil { return "a page of Hacker News search" }
    if value["version"]?.text?.contains("jsonfeed.org") == true { return "a JSON feed" }
    if value["feed"]?[0]?["post"] != nil { return "a Bluesky feed" }
    if value["includes"] != nil, value["data"] != nil {
      return "a page of the X API version 2 (twarc2 flatten makes records of it)"
    }
    if value["data"]?["threaded_conversation_with_injections_v2"] != nil
      || value["data"]?["user"]?["result"] != nil || value["data"]?["bookmark_timeline_v2"] != nil
      || value["data"]?["search_by_raw_query"] != nil
    {
      return "an answer of X's own web pages (GraphQL)"
    }
    if value["annotations"] != nil { return "a Hypothesis export" }
    return nil
  }
}
