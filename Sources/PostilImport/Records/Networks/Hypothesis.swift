import PostilCore

/// Annotations of Hypothesis: the pages that they stand on become posts, with the words that were
/// marked; the annotations themselves are the person's own.
enum Hypothesis: RecordFormat {
  static let name = "hypothesis"
  static let summary = "Hypothesis: exports of its client, and answers of its API."
  static let example = "postil import 2026-03-01-Hypothesis-Public.json"

  static func recognises(_ record: JSONValue) -> Bool {
    record.has("export_userid", "annotations") || isAnnotation(record)
      || record["rows"]?.elements.first.map(isAnnotation) == true
      || record["annotations"]?.elements.first.map(isAnnotation) == true
  }

  static func read(_ record: JSONValue, into yield: inout RecordYield) {
    let list = record["annotations"] ?? record["rows"] ?? .array([record])
    var pages: [String] = []
    var annotations: [String: [JSONValue]] = [:]
    for annotation in list.elements {
      guard let page = annotation["uri"]?.text ?? annotation["target"]?[0]?["source"]?.text else {
        yield.skip("an annotation of no page")
        continue
      }
      if annotation["references"]?.elements.isEmpty == false {
        yield.leaveOut("answer to an annotation")
        continue
      }
      if annotations[page] == nil { pages.append(page) }
      annotations[page, default: []].append(annotation)
    }
    for page in pages { HypothesisPage(page, annotations[page] ?? []).take(into: &yield) }
  }

  private static func isAnnotation(_ record: JSONValue) -> Bool {
    record.has("id", "uri", "target", "user") || record.has("uri", "target", "text", "tags")
  }
}

/// One page with everything that was written on it.
private struct HypothesisPage {
  private struct Mark {
    let record: JSONValue
    let quote: String?
    let start: Int
  }

  private let address: String
  private let marks: [Mark]

  init(_ address: String, _ records: [JSONValue]) {
    self.address = address
    marks = records.map { record in
      let selectors = record["target"]?[0]?["selector"]?.elements ?? []
      let quote = selectors.lazy.compactMap { $0["exact"]?.text }.first
      let start = selectors.lazy.compactMap { $0["start"]?.count }.first
      return Mark(record: record, quote: quote, start: start ?? Int.max)
    }
    .sorted { ($0.start, $0.record["id"]?.text ?? "") < ($1.start, $1.record["id"]?.text ?? "") }
  }

  func take(into yield: inout RecordYield) {
    let title = marks.lazy.compactMap {
      $0.record["document", "title"]?.text ?? $0.record["document", "title"]?[0]?.text
    }.first
    var quotes: [String] = []
    for quote in marks.compactMap(\.quote) where !quotes.contains(quote) { quotes.append(quote) }
    var post = SavedPage.post(address, title: title, saved: nil, tags: [])
    if !quotes.isEmpty {
      // What is known of the page are the words that somebody marked.
      post.text = quotes.joined(separator: "\n\n")
      post.state = "truncated"
    }
    yield.add(post)
    for mark in marks {
      guard let key = mark.record["id"]?.text else { continue }
      var written: Instant?
      if case .instant(let instant)? = mark.record["created"]?.text
        .flatMap({ DateReader.read($0).moment })
      {
        written = instant
      }
      yield.annotate(
        Annotation(
          key: key, post: post.id, quote: mark.quote, words: mark.record["text"]?.text ?? "",
          tags: mark.record["tags"]?.texts ?? [], written: written))
    }
  }
}
