import PostilCore

/// The archive that X gives its users: their posts, long notes and likes.
///
/// Nothing but those files and the manifest is ever opened: the rest of an archive holds private
/// messages, contacts and addresses. Posts are read twice, because versions and threads only show
/// when all are known, and an archive may be larger than memory.
enum XArchive: Importer {
  static let name = "x-archive"
  static let summary = "An X archive, as zip or folder: posts, long notes, likes."
  static let example = "postil import twitter-2026-03-01-a1b2c3.zip"

  static func recognises(_ source: Source) -> Bool {
    if let folder = source.folder { return XArchiveFolder.isArchive(folder) }
    return XArchiveFile.isArchive(source.head)
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    guard let archive = try XArchiveFolder(source) else {
      throw Problem("this is no X archive", at: source.place())
    }
    let manifest = try archive.manifest()
    if manifest.handle == nil {
      intake.warn(
        "there is neither manifest.js nor account.js, so nobody knows whose archive it is",
        at: source.place(),
        hint: options.author == nil ? "--author @handle says it" : nil)
    }
    let owner = XArchiveOwner(
      handle: manifest.handle ?? options.author?.drop { $0 == "@" }.description,
      name: manifest.name, captured: manifest.generated)
    var reading = XArchiveReading(owner: owner)
    for file in archive.files where file.kind == .tweets { try reading.learn(file) }
    reading.index.finish()
    for file in archive.files {
      guard let count = try reading.read(file, into: &intake) else {
        intake.skip("no list of records", at: file.place())
        continue
      }
      if let expected = manifest.counts[file.name], expected != count {
        intake.warn(
          "the manifest says \(expected) records, the file has \(count)", at: file.place())
      }
    }
    reading.finish(into: &intake)
  }
}

/// Whose archive it is, and of when.
struct XArchiveOwner {
  /// Without `@`.
  var handle: String?
  var name: String?
  var captured: Instant?
}
