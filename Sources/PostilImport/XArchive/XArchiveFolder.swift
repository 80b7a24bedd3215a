import PostilCore

/// The files of an archive that may be opened, and no others.
struct XArchiveFolder {
  /// Files to be read, notes first.
  let files: [XArchiveFile]
  private let manifestFile: Source?
  /// Says whose archive it is when there is no manifest.
  private let accountFile: Source?

  /// A folder, its `data` folder, or one file of it with what lies beside it; nil for others.
  init?(_ source: Source) throws(Problem) {
    if let folder = source.folder {
      guard let data = Self.data(of: folder) else { return nil }
      var files: [XArchiveFile] = []
      for name in data.direct {
        guard let kind = XArchiveFile.Kind(name) else { continue }
        files.append(XArchiveFile(try Self.file(name, of: data), kind))
      }
      self.files = files.filter { $0.kind == .notes } + files.filter { $0.kind != .notes }
      manifestFile = data.has("manifest.js") ? try Self.file("manifest.js", of: data) : nil
      accountFile = data.has("account.js") ? try Self.file("account.js", of: data) : nil
      return
    }
    guard let kind = XArchiveFile.Kind(content: source.head) else { return nil }
    // Long texts are joined also when the posts are given by themselves.
    let notes = kind == .tweets ? source.beside { XArchiveFile.Kind($0) == .notes } : []
    files = notes.map { XArchiveFile($0, .notes) } + [XArchiveFile(source, kind)]
    manifestFile = source.beside { $0 == "manifest.js" }.first
    accountFile = source.beside { $0 == "account.js" }.first
  }

  /// Whether a folder holds an archive.
  static func isArchive(_ folder: SourceFolder) -> Bool { data(of: folder) != nil }

  /// The folder of the files: `data` inside it, or itself.
  private static func data(of folder: SourceFolder) -> SourceFolder? {
    [folder.folders.contains("data") ? folder.folder("data") : nil, folder].compactMap { $0 }
      .first { $0.direct.contains { XArchiveFile.Kind($0) != nil } }
  }

  private static func file(_ name: String, of folder: SourceFolder) throws(Problem) -> Source {
    var source = try folder.source(name)
    // The same archive is called the same, whichever of the two folders is given.
    if folder.label == "data", let parent = folder.parentName {
      source.label = "\(parent)#data/\(name)"
    }
    return source
  }

  /// What the archive says about itself; empty when it does not.
  func manifest() throws(Problem) -> XManifest {
    var manifest = XManifest()
    if let manifestFile {
      guard let value = try Self.first(of: manifestFile) else {
        throw Problem("the manifest cannot be read", at: manifestFile.place())
      }
      manifest = XManifest(value)
    }
    if manifest.handle == nil, let accountFile, let account = try Self.first(of: accountFile) {
      manifest.handle = account["account", "username"]?.text
      manifest.name = account["account", "accountDisplayName"]?.text
    }
    return manifest
  }

  private static func first(of file: Source) throws(Problem) -> JSONValue? {
    var records = try JSONRecords(file, after: UInt8(ascii: "="))
    return try? records.next()?.value.get()
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
