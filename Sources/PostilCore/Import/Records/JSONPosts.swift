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
    var records = RecordIntake(source)
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
    if let first = try? reader.value() {
      guard reader.peek() != nil else {
        if let name = ForeignJSON.name(of: first) {
          throw Problem("this is \(name), which cannot be read yet", at: records.place)
        }
        takeWhole(first, into: &records)
        return
      }
    }
    let lines = TextLines.ranges(of: bytes)
    // An object that goes over several lines shows in the first one, which is no value then.
    guard let line = lines.first,
      isValue(bytes[line]) || isValue(bytes[lines[min(1, lines.count - 1)]])
    else {
      readOneAfterTheOther(bytes, into: &records)
      return
    }
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

  /// The longest list of objects in it, or the object itself.
  private static func takeWhole(_ value: JSONValue, into records: inout RecordIntake) {
    if LooseRecord(value).textName != nil {
      records.take(.init(value: .success(value), line: 1))
      return
    }
    let inner = value.members.flatMap { [$0.value] + $0.value.members.map(\.value) }
    let lists = inner.map(\.elements).filter { list in list.contains { !$0.members.isEmpty } }
    guard let list = lists.max(by: { $0.count < $1.count }) else {
      records.take(.init(value: .success(value), line: 1))
      return
    }
    // Their lines are lost in the one object; the number in the list tells as much.
    for (index, element) in list.enumerated() {
      records.take(.init(value: .success(element), line: index + 1))
    }
  }
}
