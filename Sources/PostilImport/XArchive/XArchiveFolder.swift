#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import PostilCore

/// The files of an archive that may be opened, and no others.
struct XArchiveFolder {
  /// File names to be read, notes first.
  let names: [String]
  /// What the source calls itself, `alrocar#data/`.
  private let label: String
  private let folder: String?
  /// A file that was given by itself.
  private let given: (name: String, source: Source)?

  private init(
    _ folder: String?, _ names: [String], label: String,
    given: (name: String, source: Source)? = nil
  ) {
    self.folder = folder
    self.names = names
    self.label = label
    self.given = given
  }

  /// A folder, its `data` folder, or one file of it with what lies beside it.
  init?(_ source: Source) {
    if let folder = source.folder {
      self.init(folder, label: source.baseName)
      return
    }
    guard let kind = XArchiveFile.Kind(content: source.bytes) else { return nil }
    let url = URL(fileURLWithPath: source.name)
    let folder = source.name == "-" ? nil : url.deletingLastPathComponent().path
    // Long texts are joined also when the posts are given by themselves.
    let beside = kind == .tweets ? folder.map(Self.list) ?? [] : []
    let notes = beside.filter { XArchiveFile.Kind($0) == .notes }
    self.init(
      folder, notes + [source.baseName], label: source.baseName, given: (source.baseName, source))
  }

  /// A folder that holds an archive, or the `data` folder inside it; nil for others.
  init?(_ folder: String, label: String) {
    let url = URL(fileURLWithPath: folder).standardizedFileURL
    let data = url.appendingPathComponent("data").path
    let inner = Self.list(data)
    let names = (inner.isEmpty ? Self.list(folder) : inner).filter { XArchiveFile.Kind($0) != nil }
    guard !names.isEmpty else { return nil }
    // The same archive is called the same, whichever of the two folders is given.
    let isData = inner.isEmpty && url.lastPathComponent == "data"
    let base = isData ? url.deletingLastPathComponent().lastPathComponent : label
    self.init(
      inner.isEmpty ? folder : data,
      names.filter { XArchiveFile.Kind($0) == .notes }
        + names.filter { XArchiveFile.Kind($0) != .notes },
      label: base + "#data/")
  }

  /// The names in a folder that are on the white list.
  private static func list(_ folder: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0 == "manifest.js" || XArchiveFile.Kind($0) != nil }.sorted()
  }

  func open(_ name: String) throws(Problem) -> XArchiveFile {
    if let given, given.name == name {
      return XArchiveFile(
        name: name, path: given.source.name, label: label,
        kind: XArchiveFile.Kind(content: given.source.bytes), bytes: given.source.bytes)
    }
    let path = URL(fileURLWithPath: folder ?? ".").appendingPathComponent(name).path
    return XArchiveFile(
      name: name, path: path, label: given == nil ? label + name : name,
      kind: XArchiveFile.Kind(name), bytes: try Source(path: path).bytes)
  }

  /// What the archive says about itself; empty when it does not.
  func manifest() throws(Problem) -> XManifest {
    guard let folder, Self.list(folder).contains("manifest.js") else { return XManifest() }
    let file = try open("manifest.js")
    guard let index = file.body, let value = try? readValue(file.bytes, index) else {
      throw Problem("the manifest cannot be read", at: file.place())
    }
    return XManifest(value)
  }

  private func readValue(_ bytes: [UInt8], _ index: Int) throws(JSONReader.Damage) -> JSONValue {
    var reader = JSONReader(bytes, at: index)
    return try reader.value()
  }
}

/// `manifest.js`: whose archive it is, when it was made, how many records each file should have.
struct XManifest {
  var handle: String?
  var name: String?
  var generated: Instant?
  /// By file name, without the folder.
  var counts: [String: Int] = [:]

  init() {}

  init(_ value: JSONValue) {
    handle = value["userInfo"]?["userName"]?.text
    name = value["userInfo"]?["displayName"]?.text
    if let date = value["archiveInfo"]?["generationDate"]?.text,
      case .instant(let instant) = DateReader.read(date).moment
    {
      generated = instant
    }
    for type in value["dataTypes"]?.members ?? [] {
      for file in type.value["files"]?.elements ?? [] {
        guard let name = file["fileName"]?.text?.split(separator: "/").last else { continue }
        counts[String(name)] = file["count"]?.count
      }
    }
  }
}
