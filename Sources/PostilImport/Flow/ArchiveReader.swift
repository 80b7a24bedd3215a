import CArchive
import PostilCore

/// An archive while it is read from its beginning to its end; closed when nobody reads it any more.
final class ArchiveReader {
  /// A file, folder or link of an archive.
  struct Entry {
    var path: String
    /// Bytes; nil when they are not known.
    var size: Int?
    var modified: Instant?
    var isFile: Bool
    var isEncrypted: Bool
    /// The archive is no archive but one compressed file.
    var isRaw: Bool
  }

  /// What an archive is read from.
  enum Home: Sendable {
    case file(path: String)
    case bytes([UInt8])
    /// The bytes of one that lies in another.
    case nested([UInt8])

    var size: Int? {
      switch self {
      case .file(let path): try? Source(path: path).size
      case .bytes(let bytes), .nested(let bytes): bytes.count
      }
    }

    /// Bytes that it may unpack to in any case: there may be many in one other.
    var safe: Int {
      if case .nested = self { 64 << 20 } else { 1 << 30 }
    }
  }

  private let archive: OpaquePointer
  private let name: String
  /// The bytes that the library reads from.
  private let bytes: UnsafeMutableRawBufferPointer?
  /// Entries that were gone through.
  private(set) var position = 0
  private var given = 0
  private let most: Int

  /// How many times its own size an archive may unpack to.
  private static let times = 200

  /// - Throws: when libarchive is missing, or without memory.
  init(_ home: Home, name: String) throws(Problem) {
    guard carchive_is_available() else {
      throw Problem(
        "libarchive is missing, which archives are read with", at: .init(name),
        hint: "apt install libarchive13")
    }
    var copy: UnsafeMutableRawBufferPointer?
    let opened: OpaquePointer?
    switch home {
    case .file(let path): opened = carchive_open_file(path)
    case .bytes(let bytes), .nested(let bytes):
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 1, alignment: 1)
      buffer.copyBytes(from: bytes)
      copy = buffer
      opened = carchive_open_bytes(buffer.baseAddress, bytes.count)
    }
    guard let opened else {
      copy?.deallocate()
      throw Problem("there is no memory for the archive", at: .init(name))
    }
    archive = opened
    bytes = copy
    self.name = name
    most = max(home.safe, (home.size ?? 0) * Self.times)
  }

  deinit {
    carchive_close(archive)
    bytes?.deallocate()
  }

  /// The next entry; nil at the end.
  ///
  /// - Throws: when the archive is damaged from here on.
  func next() throws(Problem) -> Entry? {
    var entry = carchive_entry()
    switch carchive_next(archive, &entry) {
    case 0: return nil
    case 1:
      position += 1
      return Entry(
        path: String(cString: entry.path), size: entry.size < 0 ? nil : Int(entry.size),
        modified: entry.modified > 0 ? Instant(seconds: Int(entry.modified)) : nil,
        isFile: entry.is_file, isEncrypted: entry.is_encrypted, isRaw: entry.is_raw)
    default: throw damage
    }
  }

  /// The next bytes of the entry; none at its end.
  ///
  /// - Throws: when it is damaged, or unpacks to very much more than the archive.
  func read() throws(Problem) -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, size in
      count = carchive_read(archive, buffer.baseAddress, buffer.count)
      size = max(count, 0)
    }
    guard count >= 0 else { throw damage }
    given += count
    guard given <= most else {
      throw Problem(
        "unpacks to more than \(Self.times) times its size: not read on", at: .init(name))
    }
    return bytes
  }

  private var damage: Problem {
    let reason = String(cString: carchive_error(archive))
    let isWide = reason.contains("too much memory")
    return Problem(
      "it is damaged: \(reason)", at: .init(name),
      hint: isWide ? "unzstd --long=31 FILE unpacks it" : nil)
  }
}
