#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import PostilCore

/// The posts that a notebook has on the disk, found without the index, which may be stale.
///
/// Base names are unique in a notebook, so a post is found by its name in whatever folder it lies.
struct StoredPosts {
  /// One capture of a post.
  struct Capture {
    var path: String
    /// The file as it is on the disk; nil for one that this import makes.
    let before: String?
    /// The file as it is to be.
    var after: String
    var post: Post
  }

  private let root: String
  /// Paths of all captures by the id of the first, in order of their numbers.
  private var paths: [String: [String]] = [:]

  init(in notebook: Notebook) {
    root = notebook.root
    list("posts", depth: 0)
    for id in paths.keys {
      paths[id]?.sort { (Self.number(of: $0), $0) < (Self.number(of: $1), $1) }
    }
  }

  private mutating func list(_ folder: String, depth: Int) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
    for name in names where !name.hasPrefix(".") {
      let path = folder + "/" + name
      if name.hasSuffix(".md") {
        paths[Layout.firstCapture(of: Layout.id(of: path)), default: []].append(path)
      } else if depth < 8 {
        list(path, depth: depth + 1)
      }
    }
  }

  /// The number of a capture, 1 for the first, 2 for `~2`.
  static func number(of path: String) -> Int {
    Layout.id(of: path).split(separator: "~").dropFirst().last.flatMap { Int($0) } ?? 1
  }

  /// All captures of a post, oldest first.
  ///
  /// - Throws: when one of them cannot be read; nothing is to be written over it then.
  func captures(of id: String) throws(Problem) -> [Capture] {
    var captures: [Capture] = []
    for path in paths[id] ?? [] {
      let text = try Source(path: root + "/" + path).whole().string
      let document = Document(text)
      if let problem = document.problem { throw problem }
      captures.append(
        Capture(
          path: path, before: text, after: text, post: try PostFile.read(document, path: path)))
    }
    return captures
  }

  /// Everything that claims refer to, read from the claims themselves.
  func claimed() -> Set<String> {
    var claimed: Set<String> = []
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: root + "/claims")) ?? []
    for name in all where name.hasSuffix(".md") {
      guard let text = try? Source(path: "\(root)/claims/\(name)").whole().string else { continue }
      for part in text.split(separator: "[[").dropFirst() {
        claimed.insert(String(part.prefix { $0 != "]" && !$0.isNewline }))
      }
    }
    return claimed
  }
}
