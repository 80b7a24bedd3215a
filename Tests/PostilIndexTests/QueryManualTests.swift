import Foundation
import PostilCore
import PostilIndex
import Testing

/// The manual's page of queries, held against the sample notebook that it belongs to.
struct QueryManualTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Notes").path

  /// The examples of the tables: the last code of a row, and the number of posts it says.
  private static let examples: [(query: String, posts: Int?)] = {
    let page = (try? String(contentsOfFile: root + "/notes/queries.md", encoding: .utf8)) ?? ""
    return page.split(separator: "\n").filter { $0.hasPrefix("| ") }.compactMap { row in
      let codes = row.split(separator: "`", omittingEmptySubsequences: false)
      guard codes.count > 2 else { return nil }
      let number = codes[codes.count - 1].filter(\.isNumber)
      return (String(codes[codes.count - 2]), Int(number))
    }
  }()

  @Test func `every example of the manual finds as many posts as it says`() throws {
    #expect(Self.examples.count > 40)
    let shelf = try Shelf()
    let index = try Index(folder: shelf.cache, of: Notebook(at: Self.root))
    _ = try index.reconcile { _, _ in true }
    let lexicon = try index.lexicon(values: false)
    let today = try #require(Day("2026-07-04"))
    for (text, posts) in Self.examples {
      let query = try Query(parsing: text, in: lexicon)
      #expect(try Query(parsing: query.description, in: lexicon) == query)
      #expect(query.lines(today: today).count > 0)
      let count = try index.count(query, today: today)
      if let posts {
        #expect(count == posts, "\(text) finds \(count)")
        #expect(count > 0, "\(text) finds nothing")
      }
    }
  }

  @Test func `every field, state and thing that a query can name is in the manual`() throws {
    let page = try String(contentsOfFile: Self.root + "/notes/queries.md", encoding: .utf8)
    let words =
      Query.fieldNames.map { $0 + ":" } + Query.PostState.allCases.map { "`\($0.rawValue)`" }
      + Query.Part.allCases.map { "`\($0.rawValue)`" } + Status.allCases.map { "`\($0.rawValue)`" }
      + ClaimType.allCases.map { "`\($0.rawValue)`" }
    for word in words { #expect(page.contains(word), "\(word)") }
  }
}
