internal import CPCRE2

/// A regular expression as PCRE2 reads it, case aside; `^` and `$` stand at every line.
///
/// What it may cost on one text is limited, so that no expression hangs on any text.
public final class Pattern {
  private let code: OpaquePointer
  private let found: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer?

  /// How often it may go back in one text: some milliseconds.
  private static let limit: UInt32 = 500_000
  /// Bytes of the longest expression that is read.
  private static let longest = 1_000

  /// Reads an expression.
  ///
  /// - Throws: what is wrong with it; the column is that of the expression, in code points from 1.
  public convenience init(_ source: String) throws(Problem) {
    guard source.utf8.count <= Self.longest else {
      throw Problem("a regular expression has at most \(Self.longest) letters")
    }
    try self.init(ofAnyLength: source)
  }

  /// Reads an expression that no person wrote.
  ///
  /// - Throws: what is wrong with it.
  public init(ofAnyLength source: String) throws(Problem) {
    let bytes = Array(source.utf8)
    var number: Int32 = 0
    var offset = 0
    let options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
      | UInt32(PCRE2_MATCH_INVALID_UTF)
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &number, &offset, nil) else {
      let column = String(decoding: bytes.prefix(offset), as: UTF8.self).unicodeScalars.count + 1
      throw Problem(
        "the regular expression is not whole: \(Self.words(of: number))",
        at: Problem.Place("expression", line: 1, column: column),
        hint: "A backslash before a sign takes away its meaning: \\( \\. \\/")
    }
    guard let found = pcre2_match_data_create_from_pattern_8(code, nil),
      let context = pcre2_match_context_create_8(nil)
    else {
      pcre2_code_free_8(code)
      throw Problem("there is no memory for a regular expression")
    }
    self.code = code
    self.found = found
    self.context = context
    pcre2_set_match_limit_8(context, Self.limit)
    pcre2_set_depth_limit_8(context, Self.limit)
    // Where no code can be made at run time, the same is done more slowly.
    if pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0 {
      stack = pcre2_jit_stack_create_8(32 << 10, 1 << 20, nil)
      pcre2_jit_stack_assign_8(context, nil, stack.map(UnsafeMutableRawPointer.init))
    } else {
      stack = nil
    }
  }

  /// Whether an expression stands for nothing but its own letters.
  public static func isLiteral(_ source: String) -> Bool {
    !source.isEmpty
      && source.utf8.allSatisfy {
        $0 > 0x7F || $0 == UInt8(ascii: " ")
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20
      }
  }

  deinit {
    pcre2_jit_stack_free_8(stack)
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(found)
    pcre2_code_free_8(code)
  }

  /// Whether it stands in a text of UTF-8.
  ///
  /// - Throws: when finding out costs too much.
  public func matches(_ text: UnsafeBufferPointer<UInt8>) throws(Problem) -> Bool {
    try end(in: text, from: 0) != nil
  }

  /// Whether it stands in a text.
  ///
  /// - Throws: when finding out costs too much.
  public func matches(_ text: String) throws(Problem) -> Bool {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { (bytes) throws(Problem) in try matches(bytes) }
  }

  /// Where it ends when it is found once, from an offset on; bytes. Nil when it is not there.
  ///
  /// - Throws: when finding out costs too much.
  public func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) throws(Problem) -> Int? {
    var nothing: UInt8 = 0
    let base = text.baseAddress
    let result = withUnsafePointer(to: &nothing) {
      pcre2_match_8(code, base ?? $0, text.count, start, 0, found, context)
    }
    switch result {
    case 0...: return Int(pcre2_get_ovector_pointer_8(found)[1])
    case PCRE2_ERROR_NOMATCH: return nil
    default:
      throw Problem(
        "the regular expression costs too much: \(Self.words(of: result))",
        hint: "Repeat less: (a+)+ goes through a text in too many ways, a+ in one.")
    }
  }

  /// Where it stands in a text: half-open, code points, not overlapping, none of them empty.
  ///
  /// - Throws: when finding out costs too much.
  public func places(in text: [Unicode.Scalar]) throws(Problem) -> [Range<Int>] {
    let bytes = Array(String(scalars: text).utf8)
    return try bytes.withUnsafeBufferPointer { (bytes) throws(Problem) in
      var found: [Range<Int>] = []
      var (start, scalar, byte) = (0, 0, 0)
      /// Code points before a byte, counted on from the last one asked for.
      func scalars(before end: Int) -> Int {
        while byte < end {
          if bytes[byte] & 0xC0 != 0x80 { scalar += 1 }
          byte += 1
        }
        return scalar
      }
      while start <= bytes.count, let end = try end(in: bytes, from: start) {
        let begin = Int(pcre2_get_ovector_pointer_8(self.found)[0])
        // `\K` may put the beginning behind the end.
        if begin < end, begin >= start {
          let first = scalars(before: begin)
          found.append(first..<scalars(before: end))
        }
        start = max(end, start + 1)
        while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
      }
      return found
    }
  }

  private static func words(of error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 160)
    let count = pcre2_get_error_message_8(error, &buffer, buffer.count)
    guard count > 0 else { return "error \(error)" }
    return String(decoding: buffer.prefix(Int(count)), as: UTF8.self)
  }
}
