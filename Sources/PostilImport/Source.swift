#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import PostilCore

/// What an importer reads from: a file, a folder or standard input.
public struct Source: Sendable {
  /// As the person named it; `-` for standard input.
  public var name: String
  /// The file's bytes; empty for a folder.
  public var bytes: [UInt8]
  /// The folder's path, when it is one.
  public var folder: String?

  /// A source in memory, or a folder to be read by its importer.
  public init(name: String, bytes: [UInt8], folder: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.folder = folder
  }

  /// Reads a file, or notes that it is a folder.
  ///
  /// - Throws: when there is nothing, it may not be read, or it is neither file nor folder.
  public init(path: String) throws(Problem) {
    let place = Problem.Place(path)
    // A link is followed; a pipe or a device may never end.
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    switch attributes?[.type] as? FileAttributeType {
    case nil: throw Problem("there is no such file or folder", at: place)
    case .typeDirectory:
      self.init(name: path, bytes: [], folder: path)
      return
    case .typeRegular: break
    default:
      throw Problem("this is no regular file", at: place, hint: "give it as standard input: -")
    }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw Problem("the file cannot be read", at: place)
    }
    self.init(name: path, bytes: Array(data))
  }

  /// The last part of the name, by which records say where they came from.
  public var baseName: String {
    if name == "-" { return "stdin" }
    let path = URL(fileURLWithPath: folder ?? name).standardizedFileURL.path
    return path.split(separator: "/").last.map(String.init) ?? name
  }

  /// A place in it, for a problem.
  func place(_ line: Int? = nil) -> Problem.Place { Problem.Place(name, line: line) }
}
