extension Change {
  /// The change as the undo log keeps it: each text behind its number of bytes, `5:label`, and `-`
  /// for a file that is not there. Reading it takes no time, and no text needs an escape.
  var packed: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      files.reduce(label.utf8.count + 8) { size, file in
        size + file.path.utf8.count + (file.before?.utf8.count ?? 0)
          + (file.after?.utf8.count ?? 0) + 24
      })
    Self.pack(label, into: &bytes)
    for file in files {
      Self.pack(file.path, into: &bytes)
      Self.pack(file.before, into: &bytes)
      Self.pack(file.after, into: &bytes)
    }
    return bytes
  }

  /// Nil when the bytes are no change.
  init?(packed bytes: [UInt8]) {
    var place = 0
    guard case .some(.some(let label)) = Self.unpack(bytes, &place) else { return nil }
    var files: [File] = []
    while place < bytes.count {
      guard case .some(.some(let path)) = Self.unpack(bytes, &place),
        let before = Self.unpack(bytes, &place), let after = Self.unpack(bytes, &place)
      else { return nil }
      files.append(File(path, before: before, after: after))
    }
    self.init(label, files)
  }

  private static func pack(_ text: String?, into bytes: inout [UInt8]) {
    guard let text else { return bytes.append(UInt8(ascii: "-")) }
    bytes += String(text.utf8.count).utf8
    bytes.append(UInt8(ascii: ":"))
    bytes += text.utf8
  }

  /// The text at a place, which goes behind it; nil for none, nothing at all for no such thing.
  private static func unpack(_ bytes: [UInt8], _ place: inout Int) -> String?? {
    guard place < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: "-") {
      place += 1
      return .some(nil)
    }
    guard let colon = bytes[place...].prefix(20).firstIndex(of: UInt8(ascii: ":")),
      let size = Int(String(decoding: bytes[place..<colon], as: UTF8.self)), size >= 0,
      size <= bytes.count - colon - 1
    else { return nil }
    place = colon + 1 + size
    return String(validating: bytes[(colon + 1)..<place], as: UTF8.self).map { .some($0) }
  }
}
