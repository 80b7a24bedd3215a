import PostilCore

/// The first records of a source, by which it is known what it is.
struct RecordHead {
  private(set) var records: [JSONValue] = []
  /// Whether they are rows of a table.
  private(set) var isTable = false
  private static let most = 10

  init(_ source: Source) {
    guard !source.isFolder else { return }
    let bytes = DecodedText(source.head).bytes
    var reader = JSONReader(bytes)
    switch reader.peek() {
    case UInt8(ascii: "["):
      reader.index += 1
      read(&reader)
    case UInt8(ascii: "{"): read(&reader)
    case nil: break
    case _ where JSONPosts.recognises(source): read(&reader)
    default:
      records = TableHead(bytes)?.rows(Self.most) ?? []
      isTable = !records.isEmpty
    }
  }

  private mutating func read(_ reader: inout JSONReader) {
    while records.count < Self.most, let byte = reader.peek(), byte != UInt8(ascii: "]") {
      let start = reader.index
      if byte == UInt8(ascii: ",") {
        reader.index += 1
      } else if let value = try? reader.value() {
        records.append(value)
      } else {
        // Only the beginning is here: what is open is closed behind the last part that is whole.
        if let value = Self.beginning(of: reader.bytes[start...]) { records.append(value) }
        return
      }
    }
  }

  /// A value that breaks off, as far as it goes.
  ///
  /// - Parameters:
  ///   - bytes: from its beginning on.
  ///   - isByElement: leaves out the whole element of the outermost list in which it breaks off.
  /// - Returns: nil when nothing of it is whole, or it is damaged before its end.
  static func beginning(of bytes: ArraySlice<UInt8>, isByElement: Bool = false) -> JSONValue? {
    var open: [UInt8] = []
    var whole: (end: Int, open: [UInt8])?
    var outermost = Int.max
    var isText = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isText {
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isText = true
        case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
        case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          guard open.popLast() == byte else { return nil }
        case UInt8(ascii: ","):
          guard open.count < 200 else { return nil }
          if isByElement {
            guard open.last == UInt8(ascii: "]"), open.count <= outermost else { break }
            outermost = open.count
          }
          whole = (index, open)
        default: break
        }
      }
      index += 1
    }
    guard let whole else { return nil }
    var reader = JSONReader(Array(bytes[..<whole.end]) + whole.open.reversed())
    return try? reader.value()
  }
}
