import PostilCore

/// An archive with files in it.
struct ArchiveFile: Sendable {
  func names() throws(Problem) -> [String] { [] }

  func source(_ path: String, name: String, label: String) throws(Problem) -> Source {
    throw Problem("archives cannot be read yet", at: .init(name))
  }
}

/// A file in an archive.
struct ArchiveEntry: Sendable {
  let archive: ArchiveFile
  let path: String

  func beside(_ isWanted: (String) -> Bool) -> [String] { [] }

  func open() throws(Problem) -> ByteStream { throw Problem("archives cannot be read yet") }
}
