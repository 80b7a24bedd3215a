import PostilCore
import PostilIndex

/// Everything that a catalog answers, to be compared with what another one does.
func answers(_ catalog: some Catalog) throws -> [Answer] {
  let queries = [
    "", "turbines", "is:due", "is:untagged", "is:unread", "is:starred", "tag:power", "author:ada",
    "status:open", "status:supported", "電力", "ledger", "since:2025-10-02", "ticker:OHMS",
    "turbines -ledger", "/ledger|turb/", "/everybody/ /words/", "電力 turbines",
  ]
  var answers = [Answer.totals(try catalog.totals(today: testDay))]
  answers += try catalog.tags().map(Answer.tag)
  for text in queries {
    let query = try Query(parsing: text)
    answers.append(.names(text, ["\(try catalog.count(query, today: testDay))"]))
    let foldings = [Folding(), Folding(opened: ["x-1", "x-2", "x-3", "x-4"])]
    for folding in foldings {
      let count = try catalog.count(query, folding: folding, today: testDay)
      answers.append(.names("\(text) folded", ["\(count)"]))
    }
    for key in PostSort.Key.allCases {
      let rows = try catalog.posts(query, sort: PostSort(key), window: 0..<999, today: testDay)
      answers += rows.map { .post("\(text) \(key)", $0) }
      for folding in foldings {
        let rows = try catalog.posts(
          query, sort: PostSort(key), folding: folding, window: 0..<999, today: testDay)
        answers += rows.map { .post("\(text) \(key) \(folding.opened.count)", $0) }
      }
    }
    for key in ClaimSort.Key.allCases {
      let rows = try catalog.claims(query, sort: ClaimSort(key), today: testDay)
      answers += rows.map { .claim("\(text) \(key)", $0) }
    }
  }
  for text in factQueries { answers += try facts(catalog, text) }
  answers.append(.lexicon(try catalog.lexicon(values: true)))
  let names =
    (0...9).flatMap { ["x-\($0)", "x-\($0)~2", "c-\($0)", "on-x-\($0)"] } + ["plan", "power"]
  for name in names {
    let lists = try [
      "path": [catalog.path(of: name) ?? "none"], "captures": catalog.captures(of: name),
      "claims": catalog.claims(on: name), "thread": catalog.thread(of: name),
      "copies": catalog.copies(of: name),
      "quoting": catalog.quoting(name), "backlinks": catalog.backlinks(to: name),
      "isRead": ["\(catalog.isRead(name))"],
    ]
    for (question, list) in lists.sorted(by: { $0.key < $1.key }) {
      answers.append(.names("\(question) \(name)", list))
    }
  }
  return answers
}

/// Questions about what the texts and the front matter say, one for each table of it.
private let factQueries = [
  "hashtag:grid", "mention:*", "link:ohm.example", "number:100MW..", "number:$1bn..$10bn",
  "has:number", "platform:feed", "captured:2025-11", "has:media", "has:citation", "sector:power*",
  "likes:10..", "lang:*", "query:fresh", "query:fresh OR hashtag:grid",
]

private func facts(_ catalog: some Catalog, _ text: String) throws -> [Answer] {
  let query = try Query(parsing: text, in: .any)
  do {
    let posts = try catalog.posts(query, sort: PostSort(), window: 0..<999, today: testDay)
    let claims = try catalog.claims(query, sort: ClaimSort(), today: testDay)
    return [.names(text, posts.map(\.id) + claims.map(\.id))]
  } catch {
    return [.names(text, [error.message])]
  }
}

/// One answer, with what was asked.
enum Answer: Hashable {
  case totals(Totals)
  case tag(TagCount)
  case post(String, PostRow)
  case claim(String, ClaimRow)
  case lexicon(QueryLexicon)
  case names(String, [String])
}
