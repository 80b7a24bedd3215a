import PostilCore

/// Posts as JSON: one object a line, an array of objects, or an object with such an array inside.
enum JSONPosts: Importer {
  static let name = "json"
  static let summary =
    "JSON Lines, a JSON array, or an object that holds one: snscrape, StockTwits, X."

  static func recognises(_ source: Source) -> Bool {
    var reader = JSONReader(DecodedText(source.bytes.prefix(65_536)).bytes)
    switch reader.peek() {
    case UInt8(ascii: "{"): break
    case UInt8(ascii: "["):
      // A Markdown link or a bracketed word begins like an array.
      reader.index += 1
      return [UInt8(ascii: "{"), UInt8(ascii: "]"), UInt8(ascii: "\"")].contains(reader.peek())
    default: return false
    }
    reader.index += 1
    return reader.peek() == UInt8(ascii: "\"") || reader.peek() == UInt8(ascii: "}")
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    let decoded = DecodedText(source.bytes)
    if let warning = decoded.warning { intake.warn(warning, at: source.place()) }
    var records = RecordIntake(source, options)
    if var elements = JSONElements(decoded.bytes) {
      while let element = elements.next() { records.take(element) }
    } else {
      try readObjects(decoded.bytes, into: &records)
    }
    try records.finish(into: &intake)
  }

  /// One object that holds all, or one after the other, a line each or not.
  private static func readObjects(_ bytes: [UInt8], into records: inout RecordIntake)
    throws(Problem)
  {
    var reader = JSONReader(bytes)
    let first = try? reader.value()
    let isAlone = first == nil || reader.peek() == nil
    let lines = TextLines.ranges(of: bytes)
    if !isAlone || lines.prefix(2).contains(where: { isValue(bytes[$0]) }), lines.count > 1 {
      // A value that goes over several lines is none in its first line.
      if lines.prefix(2).contains(where: { isValue(bytes[$0]) }) {
        readLines(bytes, lines, into: &records)
      } else {
        readOneAfterTheOther(bytes, into: &records)
      }
      return
    }
    if let first {
      if let name = ForeignJSON.name(of: first) {
        throw Problem("this is \(name), which cannot be read yet", at: records.place)
      }
      if LooseRecord(first).textName != nil {
        records.take(.init(value: .success(first), line: 1))
        return
      }
    }
    guard let start = JSONOutline.longestList(in: bytes),
      var elements = JSONElements(bytes, at: start)
    else {
      readOneAfterTheOther(bytes, into: &records)
      return
    }
    while let element = elements.next() { records.take(element) }
  }

  private static func readLines(
    _ bytes: [UInt8], _ lines: [Range<Int>], into records: inout RecordIntake
  ) {
    for (number, line) in lines.enumerated() where !TextLines.isBlank(bytes[line]) {
      var reader = JSONReader(Array(bytes[line]))
      do throws(JSONReader.Damage) {
        let value = try reader.value()
        guard reader.peek() == nil else {
          throw JSONReader.Damage(reason: "more than one value in the line", index: reader.index)
        }
        records.take(.init(value: .success(value), line: number + 1))
      } catch {
        records.take(.init(value: .failure(error), line: number + 1))
      }
    }
  }

  private static func isValue(_ line: ArraySlice<UInt8>) -> Bool {
    var reader = JSONReader(Array(line))
    return (try? reader.value()) != nil && reader.peek() == nil
  }

  private static func readOneAfterTheOther(_ bytes: [UInt8], into records: inout RecordIntake) {
    var reader = JSONReader(bytes)
    var counter = LineCounter()
    while reader.peek() != nil {
      let line = counter.line(at: reader.index, in: bytes)
      do throws(JSONReader.Damage) {
        records.take(.init(value: .success(try reader.value()), line: line))
      } catch {
        records.take(.init(value: .failure(error), line: line))
        return
      }
    }
  }
}
