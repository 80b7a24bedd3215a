import GRDB
import GRDBSQLite
import PostilCore

/// The regular expressions of PCRE2 as a function of SQL, over texts that are not copied for it.
enum PatternFunction {
  /// `postil_match(pattern, text, …)`: whether it stands in one of the texts.
  static let name = "postil_match"

  /// How long one statement may look for an expression.
  private static let limit = Duration.seconds(20)

  /// An expression while a statement runs.
  private final class Run {
    let pattern: Pattern
    private let start = ContinuousClock.now
    private var calls = 0

    init(_ pattern: Pattern) {
      self.pattern = pattern
    }

    func matches(_ text: UnsafeBufferPointer<UInt8>) throws(Problem) -> Bool {
      calls += 1
      if calls.isMultiple(of: 128), ContinuousClock.now - start > PatternFunction.limit {
        throw Problem("the regular expression takes too long")
      }
      return try pattern.matches(text)
    }
  }

  static func install(in db: Database) {
    sqlite3_create_function_v2(
      db.sqliteConnection, name, -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
      { context, count, values in
        guard let values, count > 1 else { return }
        do {
          let run = try PatternFunction.run(context, values[0])
          let isFound = try (1..<Int(count)).contains { place in
            try PatternFunction.bytes(of: values[place]) { text throws(Problem) in
              try run.matches(text)
            }
          }
          sqlite3_result_int(context, isFound ? 1 : 0)
        } catch {
          sqlite3_result_error(context, (error as? Problem)?.message ?? "\(error)", -1)
        }
      }, nil, nil, nil)
  }

  /// Compiled once a statement: the pattern is a constant of it.
  private static func run(_ context: OpaquePointer?, _ value: OpaquePointer?) throws(Problem) -> Run
  {
    if let kept = sqlite3_get_auxdata(context, 0) {
      return Unmanaged<Run>.fromOpaque(kept).takeUnretainedValue()
    }
    let source = bytes(of: value) { String(decoding: $0, as: UTF8.self) }
    let run = Run(try Pattern(ofAnyLength: source))
    sqlite3_set_auxdata(context, 0, Unmanaged.passRetained(run).toOpaque()) { kept in
      if let kept { Unmanaged<Run>.fromOpaque(kept).release() }
    }
    return run
  }

  /// The text of a value where SQLite has it.
  static func bytes<Result, Failure: Error>(
    of value: OpaquePointer?, _ read: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let text = sqlite3_value_text(value)
    // The order matters: the length is that of the text as it was asked for.
    let count = Int(sqlite3_value_bytes(value))
    return try read(UnsafeBufferPointer(start: text, count: text == nil ? 0 : count))
  }
}
