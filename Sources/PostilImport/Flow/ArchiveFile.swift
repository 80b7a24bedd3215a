import PostilCore
import Synchronization

/// An archive with files in it, or a compressed file, read without being unpacked to the disk.
final class ArchiveFile: Sendable {
  private struct Place: Sendable {
    /// Which entry it is, counted from 1.
    var number: Int
    var size: Int?
    var modified: Instant?
  }

  private let home: ArchiveReader.Home
  private let name: String
  private let places: [String: Place]
  /// Folders, links and the like, and files that cannot be read, by what they are.
  let leftOut: [String: Int]
  /// What ended the list before its time.
  let damage: Problem?
  /// It is no archive but one compressed file.
  let isRaw: Bool
  /// Small files that lay on the way to others.
  private let passed = Mutex<[String: [UInt8]]>([:])

  /// Bytes of a file that is read at once.
  private static let small = 8 << 20
  /// Bytes of a file that is kept when it lies on the way, and of all of those.
  private static let (kept, mostKept) = (256 << 10, 64 << 20)
  private static let mostEntries = 1_000_000

  /// Lists what is in an archive.
  ///
  /// - Throws: when there is nothing, because it is damaged or no archive at all.
  init(_ home: ArchiveReader.Home, name: String) throws(Problem) {
    self.home = home
    self.name = name
    let reader = try ArchiveReader(home, name: name)
    var places: [String: Place] = [:]
    var leftOut: [String: Int] = [:]
    var damage: Problem?
    var isRaw = false
    do throws(Problem) {
      while let entry = try reader.next() {
        if entry.isRaw {
          isRaw = true
          places[""] = Place(number: 1)
          break
        }
        guard entry.isFile else { continue }
        guard !entry.isEncrypted else {
          leftOut["locked by a password", default: 0] += 1
          continue
        }
        guard !entry.path.hasPrefix("__MACOSX/") else {
          leftOut["that only macOS uses", default: 0] += 1
          continue
        }
        guard let path = Self.path(entry.path), reader.position <= Self.mostEntries else {
          leftOut["with a path that leads out", default: 0] += 1
          continue
        }
        places[path] = Place(
          number: reader.position, size: entry.size, modified: entry.modified)
      }
    } catch {
      damage = error
    }
    if places.isEmpty, let damage { throw damage }
    self.places = places
    self.leftOut = leftOut
    self.damage = damage
    self.isRaw = isRaw
  }

  /// Paths of all files, in order.
  var names: [String] { places.keys.sorted() }
  /// Bytes of all files, as far as they are known.
  var bytes: Int { places.values.reduce(0) { $0 + ($1.size ?? 0) } }

  /// A file of it; a large one is read from the archive again whenever it is opened.
  ///
  /// - Throws: when it cannot be read.
  func source(_ path: String, name: String, label: String) throws(Problem) -> Source {
    guard let place = places[path] else {
      throw Problem("there is no such file in the archive", at: .init(name))
    }
    let modified = place.modified
    guard let size = place.size, size <= Self.small else {
      let head = try open(path).next() ?? []
      var source = Source(
        name, label: label, .entry(ArchiveEntry(archive: self, path: path)),
        head: Array(head.prefix(Source.headSize)), size: place.size, modified: modified)
      source.isInArchive = true
      return source
    }
    let known = passed.withLock { $0.removeValue(forKey: path) }
    let bytes: [UInt8]
    if let known { bytes = known } else { bytes = try whole(path, place) }
    var source = Source(
      name, label: label, .bytes(bytes), head: Array(bytes.prefix(Source.headSize)),
      size: bytes.count, modified: modified)
    source.isInArchive = true
    return source
  }

  /// The bytes of a file, as they come.
  func open(_ path: String) throws(Problem) -> ByteStream {
    guard let place = places[path] else {
      throw Problem("there is no such file in the archive", at: .init(name))
    }
    let reader = try ArchiveReader(home, name: name)
    try seek(reader, place.number)
    return ByteStream { () throws(Problem) in
      var bytes = try reader.read()
      while bytes.count < ByteStream.piece, !bytes.isEmpty {
        let more = try reader.read()
        if more.isEmpty { break }
        bytes += more
      }
      return bytes
    }
  }

  private func seek(_ reader: ArchiveReader, _ number: Int) throws(Problem) {
    while reader.position < number, try reader.next() != nil {}
  }

  /// Reads a small file, and on the way those that will be asked for next.
  private func whole(_ path: String, _ place: Place) throws(Problem) -> [UInt8] {
    let reader = try ArchiveReader(home, name: name)
    try seek(reader, place.number)
    let bytes = try rest(reader)
    var found: [String: [UInt8]] = [:]
    var total = 0
    do throws(Problem) {
      while total < Self.mostKept, let entry = try reader.next() {
        guard entry.isFile, !entry.isEncrypted, let path = Self.path(entry.path),
          places[path]?.number == reader.position, let size = entry.size, size <= Self.kept,
          FolderWalk.isWanted(path)
        else {
          // Going on behind large files costs more than coming back.
          if (entry.size ?? .max) > Self.small { break }
          continue
        }
        let bytes = try rest(reader)
        total += bytes.count + 100
        found[path] = bytes
      }
    } catch {
      // Whoever asks for the damaged file itself is told.
    }
    passed.withLock { [found] in $0 = found }
    return bytes
  }

  private func rest(_ reader: ArchiveReader) throws(Problem) -> [UInt8] {
    var all: [UInt8] = []
    while all.count <= Self.small {
      let bytes = try reader.read()
      if bytes.isEmpty { return all }
      all += bytes
    }
    throw Problem("a file in it is larger than it says", at: .init(name))
  }

  /// A path that stays inside; nil for one that does not.
  private static func path(_ path: String) -> String? {
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard !path.hasPrefix("/"), !parts.isEmpty, !parts.contains(".."), !path.contains("\\..\\")
    else { return nil }
    return parts.joined(separator: "/")
  }
}

/// A file in an archive.
struct ArchiveEntry: Sendable {
  let archive: ArchiveFile
  let path: String

  func open() throws(Problem) -> ByteStream { try archive.open(path) }

  /// Paths of the files in the same folder whose names are wanted, in order.
  func beside(_ isWanted: (String) -> Bool) -> [String] {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    return archive.names.filter { other in
      guard other.hasPrefix(folder), other != path else { return false }
      let name = other.dropFirst(folder.count)
      return !name.contains("/") && isWanted(String(name))
    }
  }
}
