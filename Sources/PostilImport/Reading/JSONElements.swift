import PostilCore

/// The elements of one JSON array, read one by one, so that a bad one costs only itself.
struct JSONElements {
  struct Element {
    var value: Result<JSONValue, JSONReader.Damage>
    /// Where it begins, counted from 1.
    var line: Int
  }

  private var reader: JSONReader
  private var isOver = false
  /// The first member's name, by which the next element is known again after damage.
  private var landmark: String?
  private var lineCounter = LineCounter()
  private var looksLeft = 10

  /// Reads the array that begins at a byte, white space before it allowed; nil when there is none.
  init?(_ bytes: [UInt8], at index: Int = 0) {
    reader = JSONReader(bytes, at: index)
    guard reader.peek() == UInt8(ascii: "[") else { return nil }
    reader.index += 1
  }

  mutating func next() -> Element? {
    guard !isOver else { return nil }
    while reader.peek() == UInt8(ascii: ",") { reader.index += 1 }
    guard let byte = reader.peek(), byte != UInt8(ascii: "]") else {
      isOver = true
      guard reader.peek() == nil else { return nil }
      return element(
        .failure(JSONReader.Damage(reason: "the array is cut off", index: reader.index)))
    }
    let start = reader.index
    do throws(JSONReader.Damage) {
      let value = try reader.value()
      landmark = landmark ?? value.members.first?.name
      return element(.success(value), at: start)
    } catch {
      // A quote left open runs to the end; that it closes nowhere is worth a few more looks.
      let ranOut = error.index >= reader.bytes.count && looksLeft > 0
      if ranOut { looksLeft -= 1 }
      resync(from: ranOut ? start + 1 : max(start + 1, error.index))
      return element(.failure(error), at: start)
    }
  }

  private mutating func element(
    _ value: Result<JSONValue, JSONReader.Damage>, at index: Int? = nil
  ) -> Element {
    Element(value: value, line: lineCounter.line(at: index ?? reader.index, in: reader.bytes))
  }

  /// Goes on at the next `}, {` behind which an element like the others begins.
  private mutating func resync(from index: Int) {
    reader.index = index
    while reader.index < reader.bytes.count {
      guard reader.bytes[reader.index] == UInt8(ascii: "}") else {
        reader.index += 1
        continue
      }
      reader.index += 1
      var ahead = reader
      guard ahead.peek() == UInt8(ascii: ",") else { continue }
      ahead.index += 1
      guard ahead.peek() == UInt8(ascii: "{") else { continue }
      let start = ahead.index
      ahead.index += 1
      guard ahead.peek() == UInt8(ascii: "\"") else { continue }
      if let landmark,
        !ahead.bytes[(ahead.index + 1)...].starts(with: Array((landmark + "\"").utf8))
      {
        continue
      }
      reader.index = start
      return
    }
    isOver = true
  }
}

/// Counts lines while going forward through bytes.
struct LineCounter {
  private var index = 0
  private var line = 1

  /// The line of a byte, counted from 1; to be asked in ascending order.
  mutating func line(at index: Int, in bytes: [UInt8]) -> Int {
    while self.index < min(index, bytes.count) {
      if bytes[self.index] == 0x0A { line += 1 }
      self.index += 1
    }
    return line
  }
}
