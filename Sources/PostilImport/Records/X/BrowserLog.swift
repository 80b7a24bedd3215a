#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import PostilCore

/// What a browser's developer tools save of a visit (HAR): the answers in it are read each by its
/// own format.
enum BrowserLog: RecordFormat {
  static let name = "har"
  static let summary = "A HAR file of a browser: the answers of x.com and others that it holds."
  static let example = "postil import x.com.har"

  static func recognises(_ record: JSONValue) -> Bool {
    record["log", "entries"] != nil
      || record["log", "version"] != nil && record["log", "creator"] != nil
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    for entry in record["log", "entries"]?.elements ?? [] {
      guard let answer = answer(entry), !recognises(answer) else {
        yield.leaveOut("answer without posts")
        continue
      }
      let before = (yield.posts.count, yield.left)
      let records = answer.elements.isEmpty ? [answer] : answer.elements
      for record in records { _ = RecordFormats.read(record, preferring: nil, into: &yield) }
      if yield.posts.count == before.0, yield.left == before.1 {
        yield.leaveOut("answer without posts")
      }
    }
  }

  private static func answer(_ entry: JSONValue) -> JSONValue? {
    guard let content = entry["response", "content"], let text = content["text"]?.text else {
      return nil
    }
    var bytes = Array(text.utf8)
    if content["encoding"]?.text == "base64" {
      guard let data = Data(base64Encoded: text) else { return nil }
      bytes = Array(data)
    }
    var reader = JSONReader(bytes)
    guard [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(reader.peek()) else { return nil }
    return try? reader.value()
  }
}
