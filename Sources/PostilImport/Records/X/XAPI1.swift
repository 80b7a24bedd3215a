import PostilCore

/// Posts as version 1.1 of X's API gives them: lookups, timelines, searches, streams, twarc 1.
enum XAPI1: RecordFormat {
  static let name = "x-api-v1"
  static let summary =
    "X API version 1.1: lookups, searches, streams and twarc 1, as JSON or lines."
  static let example = "postil import tweets.jsonl"

  static func recognises(_ record: JSONValue) -> Bool {
    XStatus.recognises(record) || list(of: record) != nil || notice(in: record) != nil
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    if let list = list(of: record) {
      for element in list { read(element, into: &yield) }
    } else if let notice = notice(in: record) {
      yield.leaveOut(notice)
    } else if let post = XStatus(record).post(into: &yield) {
      yield.add(post)
    } else {
      yield.skip("a post without id or text")
    }
  }

  /// A page of a search; premium searches call it `results`.
  private static func list(of record: JSONValue) -> [JSONValue]? {
    if record["search_metadata"] != nil, case .array(let list) = record["statuses"] { return list }
    for name in ["statuses", "results"] {
      if case .array(let list) = record[name], list.first.map(XStatus.recognises) == true {
        return list
      }
    }
    return nil
  }

  /// What a stream says between posts.
  private static func notice(in record: JSONValue) -> String? {
    guard case .object(let members) = record, members.count <= 2 else { return nil }
    for notice in notices where record[notice.name]?.isObject == true { return notice.words }
    return nil
  }

  private static let notices: [(name: String, words: String)] = [
    (name: "delete", words: "notice of a deletion"), ("limit", "notice of a limit"),
    ("scrub_geo", "notice about places"), ("status_withheld", "notice of withholding"),
    ("user_withheld", "notice of withholding"), ("warning", "warning of the stream"),
    ("disconnect", "notice of the end"), ("friends", "list of friends"),
  ]
}
