import PostilCore

/// Which files hold captures of which posts, in little memory: there may be a million. Ids are kept as
/// what they hash to; should two hash alike, a file is looked for that is not there.
struct PostFiles {
  /// A file `folder/id.md`, or `folder/id~2.md` for the second capture.
  private struct File: Hashable {
    var folder: Int32
    var number: Int32
  }

  /// How many posts have an id made of their content.
  private(set) var hashed = 0
  private var folders: [String] = []
  private var numbers: [String: Int32] = [:]
  /// The first capture that was found of each post, and all others.
  private var first: [Int: File] = [:]
  private var others: [Int: [File]] = [:]

  mutating func add(_ path: String) {
    let (id, file) = split(path)
    let key = id.hashValue
    guard first[key] != nil else {
      if id.hasPrefix("p-") { hashed += 1 }
      first[key] = file
      return
    }
    others[key, default: []].append(file)
  }

  mutating func remove(_ path: String) {
    let (id, file) = split(path)
    let key = id.hashValue
    if first[key] == file {
      first[key] = others[key]?.popLast()
    } else {
      others[key]?.removeAll { $0 == file }
    }
    if others[key]?.isEmpty == true { others[key] = nil }
  }

  func has(_ id: String) -> Bool { first[id.hashValue] != nil }

  /// Paths of all captures, in order of their numbers.
  func paths(of id: String) -> [String] {
    guard let first = first[id.hashValue] else { return [] }
    let files = [first] + (others[id.hashValue] ?? [])
    return files.map { (number: $0.number, path: path(of: $0, id)) }
      .sorted { ($0.number, $0.path) < ($1.number, $1.path) }.map(\.path)
  }

  private func path(of file: File, _ id: String) -> String {
    folders[Int(file.folder)] + "/" + id + (file.number > 0 ? "~\(file.number)" : "") + ".md"
  }

  private mutating func split(_ path: String) -> (id: String, file: File) {
    let name = Layout.id(of: path)
    let id = Layout.firstCapture(of: name)
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    let number = Int32(name.dropFirst(id.count + 1)) ?? 0
    let isPlain = name == id || name == "\(id)~\(number)" && number > 0
    return (isPlain ? id : name, File(folder: index(of: folder), number: isPlain ? number : 0))
  }

  private mutating func index(of folder: String) -> Int32 {
    if let number = numbers[folder] { return number }
    let number = Int32(folders.count)
    folders.append(folder)
    numbers[folder] = number
    return number
  }
}
