import Foundation
import PostilCore

/// The order in which many files come into the index: posts by their dates, so that their ids have
/// that order too (`Entries`), then everything else.
struct Arrival {
  private let stamps: Stamps
  /// Places among the stamps; there may be a million.
  private let order: [Int32]

  /// Reads no more of a post than its date, and nothing of those that were just written; what cannot
  /// be read so comes late and costs a little.
  init(of stamps: Stamps, in notebook: Notebook, _ written: WrittenFiles) {
    let root = notebook.root
    let keys = { @Sendable (range: Range<Int>) in
      stamps[range].map { stamp in
        guard Self.isFirstCapture(stamp.path) else { return Int.max }
        return written.place(of: stamp.path)
          ?? Self.place(of: Self.head(of: root + "/" + stamp.path))
      }
    }
    let middle = stamps.count / 2
    let later = Meanwhile(isMuch: middle > 100) { keys(middle..<stamps.count) }
    let places = keys(0..<middle) + later.result()
    self.stamps = stamps
    order = stamps.indices.map { Int32($0) }.sorted { a, b in
      let (one, other) = (places[Int(a)], places[Int(b)])
      guard one == other else { return one < other }
      guard one < .max else { return a < b }
      let names = (Layout.id(of: stamps[Int(a)].path), Layout.id(of: stamps[Int(b)].path))
      return names.0.utf8.lexicographicallyPrecedes(names.1.utf8)
    }
  }

  /// In the order in which they stand.
  init(asTheyAre stamps: Stamps) {
    self.stamps = stamps
    order = stamps.indices.map { Int32($0) }
  }

  var count: Int { order.count }

  subscript(range: Range<Int>) -> [Notebook.Stamp] { order[range].map { stamps[Int($0)] } }

  private static func isFirstCapture(_ path: String) -> Bool {
    guard Layout.kind(of: path) == .post else { return false }
    let name = Layout.id(of: path)
    return Layout.firstCapture(of: name) == name
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
