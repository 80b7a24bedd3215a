import PostilCore

/// Posts as JSON: one object a line, an array of objects, or an object with such an array inside.
enum JSONPosts: Importer {
  static let name = "json"
  static let summary =
    "Any other JSON with a text in each record: lines, an array, or an object that holds one."
  static let example = "postil import posts.json"

  static func recognises(_ source: Source) -> Bool {
    var reader = JSONReader(DecodedText(source.head).bytes)
    // A Markdown link or a bracketed word begins like an array.
    let isArray = reader.peek() == UInt8(ascii: "[")
    if isArray { reader.index += 1 }
    var bare = 0
    while let byte = reader.peek() {
      switch byte {
      case UInt8(ascii: "{"):
        reader.index += 1
        return isArray || reader.peek() == UInt8(ascii: "\"") || reader.peek() == UInt8(ascii: "}")
      case UInt8(ascii: "\"") where isArray: return true
      case UInt8(ascii: "]") where isArray:
        reader.index += 1
        return bare == 0 || reader.peek() == nil
      case UInt8(ascii: ",") where isArray && bare > 0: reader.index += 1
      case UInt8(ascii: "["), UInt8(ascii: "\""): return false
      default:
        // `null` where a program found nothing, or a count, which are no prose.
        guard bare < 100, (try? reader.value()) != nil else { return false }
        bare += 1
      }
    }
    return bare > 0 && !isArray
  }

  static func read(_ source: Source, options: ImportOptions, into intake: inout Intake)
    throws(Problem)
  {
    try read(source, as: nil, options: options, into: &intake)
  }

  /// Reads records by the format that the source is of.
  static func read(
    _ source: Source, as format: (any RecordFormat.Type)?, options: ImportOptions,
    into intake: inout Intake
  ) throws(Problem) {
    var json = try JSONRecords(source)
    var records = RecordIntake(source, options, as: format)
    if json.layout == .documents {
      try readObjects(json.rest(), into: &records)
    } else {
      while let element = try json.next() {
        records.take(element)
        try records.pass(into: &intake)
      }
    }
    if let warning = json.warning { intake.warn(warning, at: source.place()) }
    try records.finish(into: &intake)
  }

  /// One object that holds all, or one after the other, a line each or not.
  private static func readObjects(_ bytes: [UInt8], into records: inout RecordIntake)
    throws(Problem)
  {
    var reader = JSONReader(bytes)
    let first = try? reader.value()
    if first != nil, reader.peek() != nil {
      readOneAfterTheOther(bytes, into: &records)
      return
    }
    if let first,
      RecordFormats.detect([first]) != nil || RecordRefusal.kind(of: first) != nil
        || LooseRecord(first).textName != nil
    {
      records.take(first, line: 1)
      return
    }
    if let first, let rows = JSONTables.records(in: first) {
      for row in rows { records.take(row, line: 1) }
      return
    }
    // Cut off, it still says what surrounds the records before the cut.
    if first == nil, let part = RecordHead.beginning(of: bytes[...], isByElement: true),
      RecordFormats.detect([part]) != nil
    {
      records.take(part, line: 1)
      let line = 1 + bytes.count { $0 == 0x0A }
      records.take(
        .init(value: .failure(.init(reason: "the file is cut off", index: 0)), line: line))
      return
    }
    guard let start = JSONOutline.longestList(in: bytes),
      var elements = JSONElements(bytes, at: start)
    else {
      readOneAfterTheOther(bytes, into: &records)
      return
    }
    while let element = elements.next() { records.take(element) }
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
