import PostilCore
import PostilIndex

/// Everything that a catalog answers, to be compared with what another one does.
func answers(_ catalog: some Catalog) throws -> [Answer] {
  let queries = [
    "", "turbines", "is:due", "is:untagged", "is:unread", "is:starred", "tag:power", "author:ada",
    "status:open", "status:supported", "電力", "ledger", "since:2025-10-02", "ticker:OHMS",
  ]
  var answers = [Answer.totals(try catalog.totals(today: testDay))]
  answers += try catalog.tags().map(Answer.tag)
  for text in queries {
    let query = try Query(parsing: text)
    answers.append(.names(text, ["\(try catalog.count(query, today: testDay))"]))
    for key in PostSort.Key.allCases {
      let rows = try catalog.posts(query, sort: PostSort(key), window: 0..<999, today: testDay)
      answers += rows.map { .post("\(text) \(key)", $0) }
      for folding in [Folding(), Folding(opened: ["x-1", "x-2", "x-3", "x-4"])] {
        let rows = try catalog.posts(
          query, sort: PostSort(key), folding: folding, window: 0..<999, today: testDay)
        answers += rows.map { .post("\(text) \(key) \(folding.opened.count)", $0) }
        let count = try catalog.count(query, folding: folding, today: testDay)
        answers.append(.names("\(text) folded", ["\(count)"]))
      }
    }
    for key in ClaimSort.Key.allCases {
      let rows = try catalog.claims(query, sort: ClaimSort(key), today: testDay)
      answers += rows.map { .claim("\(text) \(key)", $0) }
    }
  }
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

/// One answer, with what was asked.
enum Answer: Hashable {
  case totals(Totals)
  case tag(TagCount)
  case post(String, PostRow)
  case claim(String, ClaimRow)
  case names(String, [String])
}
