import PostilCore

/// Finds the list of records inside one JSON object, without needing all of it to be sound.
enum JSONOutline {
  /// The byte at which the list with the most objects begins, at most two names deep.
  static func longestList(in bytes: [UInt8]) -> Int? {
    var reader = JSONReader(bytes)
    var starts: [Int] = []
    walk(&reader, depth: 1, &starts)
    return starts.map { (start: $0, count: objects(in: bytes, at: $0)) }
      .filter { $0.count > 0 }.max { $0.count < $1.count }?.start
  }

  /// Goes through an object, and through those directly inside; stops where it is damaged.
  private static func walk(_ reader: inout JSONReader, depth: Int, _ starts: inout [Int]) {
    guard reader.peek() == UInt8(ascii: "{") else { return }
    reader.index += 1
    while reader.peek() == UInt8(ascii: "\""), starts.count < 100 {
      guard (try? reader.value()) != nil, reader.peek() == UInt8(ascii: ":") else { return }
      reader.index += 1
      let first = reader.peek()
      if first == UInt8(ascii: "[") { starts.append(reader.index) }
      if first == UInt8(ascii: "{"), depth == 1 {
        walk(&reader, depth: depth + 1, &starts)
      } else if (try? reader.value()) == nil {
        return
      }
      guard reader.peek() == UInt8(ascii: ",") else { break }
      reader.index += 1
    }
    if reader.peek() == UInt8(ascii: "}") { reader.index += 1 }
  }

  private static func objects(in bytes: [UInt8], at start: Int) -> Int {
    guard var elements = JSONElements(bytes, at: start) else { return 0 }
    var count = 0
    while let element = elements.next() {
      if case .success(.object) = element.value { count += 1 }
    }
    return count
  }
}
