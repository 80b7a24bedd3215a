import Foundation
import PostilCore
import Testing

/// The sample notebook, as any Markdown reader sees it.
@Suite struct NotesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Notes").standardizedFileURL

  private static let files: [String: String] = {
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    var files: [String: String] = [:]
    for name in names ?? [] where name.hasSuffix(".md") {
      files[name] = try? String(contentsOf: root.appending(path: name), encoding: .utf8)
    }
    return files
  }()

  @Test func `base names are unique`() {
    let names = Self.files.keys.map { base($0) }
    #expect(names.count == Set(names).count)
  }

  @Test(arguments: files.keys.sorted())
  func `every link leads somewhere`(file: String) throws {
    let text = try #require(Self.files[file])
    let names = Set(Self.files.keys.map { base($0) })
    for match in text.matches(of: /\[\[([^\]\n]+)\]\]/) {
      // A manual may speak of links without making one.
      let before = text[..<match.range.lowerBound].last
      if before != "`" { #expect(names.contains(String(match.1)), "\(match.0)") }
    }
    let folder = Self.root.appending(path: file).deletingLastPathComponent()
    for match in text.matches(of: /\]\(([^)\s]+)\)/) where !match.1.contains("://") {
      let target = folder.appending(path: String(match.1)).standardizedFileURL
      #expect(FileManager.default.fileExists(atPath: target.path), "\(match.1)")
    }
  }

  @Test(arguments: files.keys.filter { $0.hasPrefix("posts/") }.sorted())
  func `every post is as an import would have written it`(file: String) throws {
    let text = try #require(Self.files[file])
    let post = try PostFile.read(Document(text), path: file)
    #expect(PostFile.text(for: post) == text)
    #expect(post.sha256 == Post.digest(of: post.text))
  }

  private func base(_ path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
      .replacing(/\.md$/, with: "")
  }
}
