import PostilCore

/// What a file that is no text is, as far as its first bytes tell, and what leads to its text.
struct BinaryKind {
  let name: String
  var hint = Self.pasting

  /// What helps with everything that can be read on a screen.
  static let pasting = "copy its text and paste it: postil import -"

  /// Nil when the bytes are not known.
  init?(_ bytes: [UInt8]) {
    guard let kind = Self.known.first(where: { $0.fits(bytes) })?.kind else { return nil }
    self = kind
  }

  /// An archive that is a document in itself; nil for those that hold files.
  init?(_ folder: SourceFolder) {
    let direct = Set(folder.direct)
    let parts = Set(folder.folders)
    switch true {
    case direct.contains("[Content_Types].xml") && parts.contains("xl"):
      self.init("an Excel workbook", Self.table)
    case direct.contains("[Content_Types].xml") && parts.contains("word"):
      self.init("a Word document", Self.document)
    case direct.contains("[Content_Types].xml") && parts.contains("ppt"):
      self.init("a PowerPoint presentation")
    case direct.contains("mimetype") && folder.has("META-INF/container.xml"):
      self.init("an EPUB book", Self.document)
    case direct.contains("mimetype") && folder.has("META-INF/manifest.xml"):
      self.init("an OpenDocument file", Self.table)
    case folder.has("META-INF/MANIFEST.MF"): self.init("a Java program", Self.nothing)
    default: return nil
    }
  }

  private init(_ name: String, _ hint: String = Self.pasting) {
    self.name = name
    self.hint = hint
  }

  private static let table = "save the sheet as CSV, which can be imported; or \(pasting)"
  private static let picture =
    "tesseract FILE - | postil import - reads the words in it (apt install tesseract-ocr)"
  private static let document = "pandoc -t plain FILE | postil import - takes its text"
  private static let nothing = "postil import --list names what can be imported"
  private static let unpacking = "unpack it, then import the folder"

  /// Bytes at a place, by which a kind is known.
  private struct Mark {
    var bytes: [UInt8]
    var place = 0
    /// The bytes are letters with which a text may begin too.
    var isWord = false
    let kind: BinaryKind

    func fits(_ head: [UInt8]) -> Bool {
      head.dropFirst(place).starts(with: bytes) && (!isWord || head.prefix(4_096).contains(0))
    }
  }

  private static let known: [Mark] = [
    Mark(
      bytes: [0x50, 0x4B, 3, 4], kind: .init("a zip file in an archive", "unpack the outer one")),
    Mark(
      bytes: [0x1F, 0x8B], kind: .init("a gzip file in an archive", "gunzip -k FILE unpacks it")),
    Mark(
      bytes: [0x28, 0xB5, 0x2F, 0xFD],
      kind: .init("a zstd file in an archive", "unzstd --long=31 FILE unpacks it")),
    Mark(
      bytes: [0x42, 0x5A, 0x68],
      kind: .init("a bzip2 file in an archive", "bunzip2 -k FILE unpacks it")),
    Mark(
      bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A],
      kind: .init("an xz file in an archive", "unxz -k FILE unpacks it")),
    Mark(
      bytes: Array("%PDF".utf8),
      kind: .init("a PDF file", "pdftotext FILE - | postil import - takes its text")),
    Mark(
      bytes: Array("SQLite format 3\0".utf8),
      kind: .init(
        "an SQLite database",
        "sqlite3 -csv -header FILE 'select …' writes a table that can be imported")),
    Mark(bytes: [0x89, 0x50, 0x4E, 0x47], kind: .init("a PNG picture", picture)),
    Mark(bytes: [0xFF, 0xD8, 0xFF], kind: .init("a JPEG picture", picture)),
    Mark(bytes: Array("GIF8".utf8), isWord: true, kind: .init("a GIF picture", picture)),
    Mark(bytes: Array("WEBP".utf8), place: 8, isWord: true, kind: .init("a WebP picture", picture)),
    Mark(bytes: Array("ftyp".utf8), place: 4, isWord: true, kind: .init("a video", nothing)),
    Mark(bytes: [0x7F, 0x45, 0x4C, 0x46], kind: .init("an executable (ELF)", nothing)),
    Mark(bytes: Array("MZ".utf8), isWord: true, kind: .init("a Windows program", nothing)),
    Mark(
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      kind: .init("a document of old Office or Outlook")),
    Mark(bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27], kind: .init("a 7z archive", unpacking)),
    Mark(bytes: Array("Rar!\u{1A}".utf8), kind: .init("a RAR archive", unpacking)),
    Mark(
      bytes: Array("PAR1".utf8), isWord: true,
      kind: .init("a Parquet table", "write it as CSV or JSON, which can be imported")),
  ]
}
