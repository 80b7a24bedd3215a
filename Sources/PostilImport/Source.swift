#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import PostilCore

/// What an importer reads from: a file, standard input, an entry of an archive, or a folder.
///
/// `head` is enough to tell what it is. `JSONRecords` and `TextStream(source.open())` read it bit by
/// bit, `whole()` at once.
public struct Source: Sendable {
  /// Where the bytes are.
  enum Content: Sendable {
    case bytes([UInt8])
    case file(path: String)
    case entry(ArchiveEntry)
    case folder(SourceFolder)
  }

  /// As the person named it; `-` for standard input.
  public var name: String
  /// What records call it in `via`: `posts.jsonl`, `archive.zip#data/tweets.js`.
  public var label: String
  /// The first bytes as they are, 64 KiB or all; none of a folder.
  public let head: [UInt8]
  /// Bytes, when they are known beforehand.
  public let size: Int?
  /// When the file was written last; nil for what is no file.
  public let modified: Instant?
  let content: Content
  /// It came out of a compressed file: what is compressed in it too is left alone.
  var isUnpacked = false
  /// It lies in an archive, and may be one itself.
  var isInArchive = false
  /// Told of bytes as they are read.
  var meter: (@Sendable (Int) -> Void)?

  /// Bytes of `head`, at most.
  static let headSize = 1 << 16
  /// Bytes of what is read at once, at most.
  private static let limit = 512 << 20

  /// A source in memory.
  public init(name: String, bytes: [UInt8], modified: Instant? = nil) {
    self.init(
      name, label: Self.lastPart(of: name), .bytes(bytes), head: Array(bytes.prefix(Self.headSize)),
      size: bytes.count, modified: modified)
  }

  /// A file or folder of the disk.
  ///
  /// - Throws: when there is nothing, it may not be read, or it is neither file nor folder.
  public init(path: String) throws(Problem) {
    // Places in a folder are named behind its name and one slash.
    let end = path.utf8.lastIndex { $0 != UInt8(ascii: "/") }.map(path.utf8.index(after:))
    try self.init(path: path, name: end.map { String(path[..<$0]) } ?? path, label: nil)
  }

  init(path: String, name: String, label: String?) throws(Problem) {
    let place = Problem.Place(name)
    // A link is followed; a pipe or a device may never end.
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    let label = label ?? Self.lastPart(of: path)
    switch attributes?[.type] as? FileAttributeType {
    case nil: throw Problem("there is no such file or folder", at: place)
    case .typeDirectory:
      let folder = try SourceFolder(path: path, name: name, label: label)
      self.init(name, label: label, .folder(folder), head: [], size: nil, modified: nil)
    case .typeRegular:
      let date = attributes?[.modificationDate] as? Date
      let head = try ByteStream(path: path).next() ?? []
      self.init(
        name, label: label, .file(path: path), head: Array(head.prefix(Self.headSize)),
        size: (attributes?[.size] as? UInt64).map { Int($0) } ?? attributes?[.size] as? Int,
        modified: date.map { Instant(seconds: Int($0.timeIntervalSince1970.rounded(.down))) })
    default:
      throw Problem("this is no regular file", at: place, hint: "give it as standard input: -")
    }
  }

  init(
    _ name: String, label: String, _ content: Content, head: [UInt8], size: Int?, modified: Instant?
  ) {
    self.name = name
    self.label = label
    self.content = content
    self.head = head
    self.size = size
    self.modified = modified
  }

  /// The files of a folder or archive; nil for everything else.
  var folder: SourceFolder? {
    if case .folder(let folder) = content { folder } else { nil }
  }

  /// Whether there is nothing in it but white space and a byte order mark.
  var isBlank: Bool {
    !isFolder && (size ?? head.count) <= head.count
      && String(decoding: DecodedText(head).bytes, as: UTF8.self).unicodeScalars
        .allSatisfy { $0 == "\u{FEFF}" || TextLines.isSpace($0) }
  }

  /// Whether it is a folder, and not bytes.
  public var isFolder: Bool { folder != nil }

  /// Its bytes, bit by bit, from the start.
  ///
  /// - Throws: when it cannot be read, or is a folder.
  func open() throws(Problem) -> ByteStream {
    var stream: ByteStream
    switch content {
    case .bytes(let bytes): stream = ByteStream(bytes)
    case .file(let path): stream = try ByteStream(path: path)
    case .entry(let entry): stream = try entry.open()
    case .folder: throw Problem("this is a folder", at: place())
    }
    if let meter { stream = stream.metered(meter) }
    return stream
  }

  /// All of its bytes; none of a folder.
  ///
  /// - Throws: when it cannot be read, or is larger than 512 MB.
  public func whole() throws(Problem) -> [UInt8] {
    switch content {
    case .bytes(let bytes):
      meter?(bytes.count)
      return bytes
    case .folder: return []
    default: return try open().rest(limit: Self.limit, of: name)
    }
  }

  /// The files that lie directly beside it and have one of these names, in order.
  func beside(_ isWanted: (String) -> Bool) -> [Source] {
    switch content {
    case .file(let path):
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      let own = URL(fileURLWithPath: path).lastPathComponent
      let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return all.filter { $0 != own && isWanted($0) }.sorted().compactMap { other in
        try? Source(
          path: folder + "/" + other, name: Self.replacing(own, in: name, with: other),
          label: Self.replacing(own, in: label, with: other))
      }
    case .entry(let entry):
      return entry.beside(isWanted).compactMap { path in
        let other = Self.lastPart(of: path)
        let own = Self.lastPart(of: entry.path)
        return try? entry.archive.source(
          path, name: Self.replacing(own, in: name, with: other),
          label: Self.replacing(own, in: label, with: other))
      }
    case .bytes, .folder: return []
    }
  }

  private static func replacing(_ own: String, in name: String, with other: String) -> String {
    name.hasSuffix(own) ? String(name.dropLast(own.count)) + other : other
  }

  /// The last part of the name, by which records say where they came from.
  public var baseName: String { label }

  /// A place in it, for a problem.
  func place(_ line: Int? = nil) -> Problem.Place { Problem.Place(name, line: line) }

  private static func lastPart(of name: String) -> String {
    if name == "-" { return "stdin" }
    let path = URL(fileURLWithPath: name).standardizedFileURL.path
    return path.split(separator: "/").last.map(String.init) ?? name
  }
}
