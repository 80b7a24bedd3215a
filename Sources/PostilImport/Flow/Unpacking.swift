import PostilCore

extension Source {
  /// What is in an archive or compressed file; nil for everything else.
  ///
  /// - Throws: when it is one, and cannot be read.
  func unpacked() throws(Problem) -> Source? {
    guard isArchive else { return nil }
    let home: ArchiveReader.Home
    if case .file(let path) = content {
      home = .file(path: path)
    } else if isInArchive {
      // One that lies in another cannot be read from its middle, and is held in memory.
      guard size ?? 0 <= Self.mostNested else {
        throw Problem(
          "an archive of more than \(Self.mostNested >> 20) MB inside another", at: place(),
          hint: "unpack the outer one, then import the folder")
      }
      home = .nested(try open().rest(limit: Self.mostNested, of: name))
    } else {
      home = .bytes(try whole())
    }
    let archive: ArchiveFile
    do throws(Problem) {
      archive = try ArchiveFile(home, name: name)
    } catch {
      var problem = error
      problem.message = "this is \(archiveKind ?? "an archive"), and \(error.message)"
      throw problem
    }
    guard archive.isRaw else {
      return Source(SourceFolder(archive, name: name, label: label))
    }
    var source = try archive.source("", name: name, label: label)
    source.isUnpacked = true
    return source
  }

  /// Bytes of an archive inside another, at most.
  private static let mostNested = 64 << 20

  /// Whether the first bytes are those of an archive or compressed file.
  var isArchive: Bool { archiveKind != nil }

  private var archiveKind: String? {
    guard !isUnpacked else { return nil }
    if head.dropFirst(257).starts(with: Array("ustar".utf8)) { return "a tar file" }
    return Self.marks.first { head.starts(with: $0.bytes) }?.kind
  }

  private static let marks: [(bytes: [UInt8], kind: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a zip file"), ([0x50, 0x4B, 0x05, 0x06], "a zip file"),
    ([0x1F, 0x8B], "a gzip file"), ([0x42, 0x5A, 0x68], "a bzip2 file"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"),
  ]
}
