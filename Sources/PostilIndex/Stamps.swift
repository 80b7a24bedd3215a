import PostilCore

/// Stamps of many files in half the memory that they take as an array: there may be a million.
struct Stamps {
  private struct File {
    var size: Int
    var modified: Int
    var inode: UInt64
    /// Which of the folders.
    var folder: Int32
    /// Where its name begins among the names.
    var start: UInt32
  }

  private var files: [File] = []
  private var names: [UInt8] = []
  private var folders: [String] = []

  init(_ stamps: some Sequence<Notebook.Stamp> = []) {
    for stamp in stamps { append(stamp) }
  }

  /// Files of one folder best come one after the other.
  mutating func append(_ stamp: Notebook.Stamp) {
    let path = stamp.path
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
    let folder = path[..<(name ?? path.startIndex)]
    if folders.last.map({ $0 != folder }) ?? true { folders.append(String(folder)) }
    files.append(
      File(
        size: stamp.size, modified: stamp.modified, inode: stamp.inode,
        folder: Int32(folders.count - 1), start: UInt32(names.count)))
    names.append(contentsOf: path[(name ?? path.startIndex)...].utf8)
  }
}

extension Stamps: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { files.count }

  subscript(place: Int) -> Notebook.Stamp {
    let file = files[place]
    let end = place + 1 < files.count ? Int(files[place + 1].start) : names.count
    let name = String(decoding: names[Int(file.start)..<end], as: UTF8.self)
    return Notebook.Stamp(
      path: folders[Int(file.folder)] + name, size: file.size, modified: file.modified,
      inode: file.inode)
  }
}
