import Foundation
import PostilCore

/// The order in which many files come into the index: posts by their dates, so that their ids have
/// that order too (`Entries`), then everything else.
enum Arrival {
  /// Reads no more of a post than its date, and nothing of those that were just written; what cannot
  /// be read so comes late and costs a little.
  static func ordered(
    _ stamps: [Notebook.Stamp], in notebook: Notebook, _ written: WrittenFiles
  ) -> [Notebook.Stamp] {
    let root = notebook.root
    let isFirstCapture = { (path: String) in
      let name = Layout.id(of: path)
      return Layout.kind(of: path) == .post && Layout.firstCapture(of: name) == name
    }
    let posts = stamps.filter { isFirstCapture($0.path) }
    let others = stamps.filter { !isFirstCapture($0.path) }
    let place = { @Sendable (posts: ArraySlice<Notebook.Stamp>) in
      posts.map {
        let place = written.places[$0.path] ?? Self.place(of: Self.head(of: root + "/" + $0.path))
        return (stamp: $0, place: place, name: Layout.id(of: $0.path))
      }
    }
    let middle = posts.count / 2
    let later = Meanwhile(isMuch: middle > 100) { place(posts[middle...]) }
    var placed = place(posts[..<middle]) + later.result()
    placed.sort { a, b in
      a.place == b.place ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : a.place < b.place
    }
    return placed.map(\.stamp) + others
  }

  /// Where a post sorts by date, by the lines of its front matter.
  static func place(of head: some Collection<UInt8>) -> Int {
    var post = Post(id: "", text: "")
    for line in head.split(separator: UInt8(ascii: "\n")).dropFirst() {
      if line.starts(with: "---".utf8) { break }
      if let posted = value("posted: ", line).flatMap({ Moment($0) }) {
        post.posted = posted
        break
      }
      if let captured = value("captured: ", line) { post.captured = Instant(captured) }
      if post.via.isEmpty, let source = value("  - ", line), source.contains(":") {
        post.via = [source]
      }
    }
    return Schema.place(of: post)
  }

  private static func value(_ key: String, _ line: some Collection<UInt8>) -> String? {
    guard line.starts(with: key.utf8) else { return nil }
    return String(decoding: line.dropFirst(key.utf8.count), as: UTF8.self)
      .trimmingCharacters(in: CharacterSet(charactersIn: " \"'\r"))
  }

  private static func head(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: 2_048) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
  }
}
