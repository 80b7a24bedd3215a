#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import PostilCore

/// Files that lie together, in a folder of the disk or in an archive.
///
/// Links are not followed and hidden files are not there: what is imported lies inside.
struct SourceFolder: Sendable {
  private enum Home: Sendable {
    case disk(path: String)
    case archive(ArchiveFile)
  }

  /// As the person named it.
  let name: String
  /// What records call it in `via`.
  let label: String
  /// Paths of all regular files below it, with `/`, in order.
  let names: [String]
  /// Bytes of all of them; 0 when they are not known.
  let bytes: Int
  /// Links, pipes and the like, which are left alone, by what they are.
  let strange: [String: Int]
  /// Folders that may not be read.
  let closed: [Problem]
  private let home: Home
  /// What the paths of this part of it begin with.
  private let prefix: String
  /// Files of a folder, and folders in each other, at most.
  private static let (mostFiles, deepest) = (1_000_000, 64)

  /// A folder of the disk.
  ///
  /// - Throws: when it cannot be read, or holds more than a million files.
  init(path: String, name: String, label: String) throws(Problem) {
    var listing = Listing()
    try listing.list(path, "", depth: 0)
    guard listing.names.count <= Self.mostFiles else {
      throw Problem("more than a million files", at: .init(name), hint: "give a folder inside it")
    }
    self.name = name
    self.label = label
    names = listing.names.sorted()
    bytes = listing.bytes
    strange = listing.strange
    closed = listing.closed
    home = .disk(path: path)
    prefix = ""
  }

  /// The files in an archive.
  init(_ archive: ArchiveFile, name: String, label: String) {
    self.name = name
    self.label = label
    names = archive.names.filter { path in
      !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    bytes = archive.bytes
    strange = archive.leftOut
    closed = archive.damage.map { [$0] } ?? []
    home = .archive(archive)
    prefix = ""
  }

  private init(_ whole: SourceFolder, part: String) {
    name = whole.name + "/" + part
    let mark = whole.label.contains("#") ? "/" : "#"
    label = whole.prefix.isEmpty ? whole.label + mark + part : whole.label + "/" + part
    let start = part + "/"
    names = whole.names.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
    bytes = 0
    strange = [:]
    closed = []
    home = whole.home
    prefix = whole.prefix + start
  }

  /// The path of the folder on the disk; nil in an archive.
  var path: String? {
    guard case .disk(let path) = home else { return nil }
    return prefix.isEmpty ? path : path + "/" + prefix.dropLast()
  }

  /// The folder's own name.
  var ownName: String {
    label.split(whereSeparator: { $0 == "/" || $0 == "#" }).last.map(String.init) ?? label
  }

  /// The name of the folder that it lies in, when it is a whole one of the disk.
  var parentName: String? {
    guard prefix.isEmpty, case .disk(let path) = home else { return nil }
    return URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent()
      .lastPathComponent
  }

  /// Names of the files that lie directly in it.
  var direct: [String] { names.filter { !$0.utf8.contains(UInt8(ascii: "/")) } }

  /// Names of the folders directly in it.
  var folders: [String] {
    var folders: [String] = []
    for name in names {
      guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) else { continue }
      let folder = name[..<slash]
      if folders.last.map({ $0 == folder }) != true { folders.append(String(folder)) }
    }
    return folders
  }

  /// A folder in it, by its path.
  func folder(_ path: String) -> SourceFolder { SourceFolder(self, part: path) }

  /// Whether a file is there.
  func has(_ name: String) -> Bool {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low] == name
  }

  /// A file of it.
  ///
  /// - Throws: when it is not there, or cannot be read.
  func source(_ path: String) throws(Problem) -> Source {
    guard has(path) else { throw Problem("there is no such file", at: .init(name + "/" + path)) }
    let label = label + (prefix.isEmpty && !label.contains("#") ? "#" : "/") + path
    switch home {
    case .disk(let root):
      return try Source(path: root + "/" + prefix + path, name: name + "/" + path, label: label)
    case .archive(let archive):
      return try archive.source(prefix + path, name: name + "/" + path, label: label)
    }
  }

  private struct Listing {
    var names: [String] = []
    var strange: [String: Int] = [:]
    var closed: [Problem] = []
    var bytes = 0

    mutating func list(_ root: String, _ prefix: String, depth: Int) throws(Problem) {
      let folder = prefix.isEmpty ? root : root + "/" + prefix.dropLast()
      let all: [String]
      do {
        all = try FileManager.default.contentsOfDirectory(atPath: folder)
      } catch {
        let problem = Problem("the folder cannot be read", at: .init(folder))
        guard depth > 0 else { throw problem }
        closed.append(problem)
        return
      }
      for name in all where !name.hasPrefix(".") && names.count <= SourceFolder.mostFiles {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        switch attributes?[.type] as? FileAttributeType {
        case .typeRegular:
          names.append(prefix + name)
          bytes += (attributes?[.size] as? UInt64).map { Int($0) } ?? 0
        case .typeDirectory where depth < SourceFolder.deepest:
          try list(root, prefix + name + "/", depth: depth + 1)
        case .typeSymbolicLink: strange["link", default: 0] += 1
        default: strange["special file", default: 0] += 1
        }
      }
    }
  }
}
