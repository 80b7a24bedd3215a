import PostilCore

/// A post as one line of `postil list`.
struct PostLine {
  let row: PostRow

  init(_ row: PostRow) {
    self.row = row
  }

  /// Columns on a terminal of so many cells; with nil tabs, and the id in front.
  func text(cells: Int?) -> String {
    guard let cells else {
      return [row.id, date, author, marks, excerpt].map { Console.line($0) }
        .joined(separator: "\t")
    }
    let head = [
      Console.column(date, cells: 10), Console.column(author, cells: cells < 72 ? 12 : 18),
      Console.column(marks, cells: 7),
    ].joined(separator: " ")
    return Console.line(head + " " + excerpt, cells: cells)
  }

  private var date: String { row.posted?.day.description ?? "undated" }

  private var author: String { row.author ?? row.name ?? "unknown" }

  /// `2?+~`: a count before each mark that stands for more than one claim.
  private var marks: String {
    ["?", ">", "+", "-", "~", "0"].compactMap { mark in
      switch row.marks[mark, default: 0] {
      case 0: nil
      case 1: mark
      case let count: "\(count)\(mark)"
      }
    }.joined()
  }

  private var excerpt: String {
    // Some texts begin with their title.
    let title = row.title.flatMap { row.excerpt.prefix(300).contains($0) ? nil : $0 + " — " } ?? ""
    return (row.isRepost ? "repost: " : "") + title + row.excerpt
  }
}
