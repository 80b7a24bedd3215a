import PostilCore

@testable import PostilScreen

/// Lists under headings, and what has to do with a post.
extension Desk {
  /// Rows in the order of a grouping, each with its part of the list.
  func grouped(_ rows: [PostRow], by grouping: PostGrouping) -> [PostRow] {
    rows.map { row in
      var row = row
      row.section = section(of: row, by: grouping)
      return row
    }.enumerated().sorted { a, b in
      let (left, right) = (a.element.section?.id ?? "", b.element.section?.id ?? "")
      if left == right || grouping == .day { return a.offset < b.offset }
      return left.isEmpty || right.isEmpty ? !left.isEmpty : left < right
    }.map(\.element)
  }

  private func section(of row: PostRow, by grouping: PostGrouping) -> PostSection {
    switch grouping {
    case .author, .thread: return PostSection(id: row.author ?? "", name: row.author ?? "unknown")
    case .day:
      let day = row.posted.map { "\($0.day)" } ?? ""
      return PostSection(id: day, name: day.isEmpty ? "no date" : day)
    case .ticker:
      let ticker = tickers(row.excerpt).min() ?? ""
      return PostSection(id: ticker, name: ticker.isEmpty ? "no ticker" : ticker)
    }
  }

  private func tickers(_ text: String) -> [String] {
    Entity.all(in: Array(text.unicodeScalars)).filter { $0.kind == .cashtag }.map(\.text)
  }

  /// Posts with the same ticker, and notes with the name of the author.
  func related(to id: String) -> [Place] {
    guard let post = posts.first(where: { $0.id == id }) else { return [] }
    let mine = Set(tickers(post.text))
    let sharing = places(.named(posts.map(\.id))).compactMap { place -> Place? in
      let shared = mine.intersection(tickers(place.words)).sorted()
      guard place.id != id, !shared.isEmpty else { return nil }
      var place = place
      place.relation = .related
      place.reasons = shared + ["150 MW"]
      return place
    }
    let naming = places(.named(notes.map(\.id))).compactMap { place -> Place? in
      guard let author = post.author,
        notes.contains(where: { $0.id == place.id && $0.text.contains(author) })
      else { return nil }
      var place = place
      place.relation = .mentions
      place.reasons = [author]
      return place
    }
    return sharing + naming
  }
}
