import Foundation
import PostilCore
import PostilScreen

/// Writes the keys that are pressed into a file that can be replayed: a line for each place.
final class Recording {
  private let file: FileHandle
  private var isFresh = true
  private var isEmpty = true
  private var line = 0

  /// Begins the file anew.
  ///
  /// - Throws: when it cannot be written.
  init(_ path: String) throws(Problem) {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw Problem("the session cannot be written", at: .init(path)) }
    self.file = file
  }

  /// Appends a key at once: a crash keeps what led to it.
  func add(_ event: Event, endsLine: Bool) {
    switch event {
    case .resized(let size):
      // Only the first: a window that changes its size meanwhile makes no session for one screen.
      if isEmpty { write("size \(size.columns)x\(size.rows)\n") }
      isEmpty = false
      return
    case .key(let key): add(key.name == "#" ? "<#>" : key.name)
    case .paste(let text):
      for character in text {
        add(character.isNewline ? Key.enter.name : Key.character(character).name)
      }
    default: return
    }
    if endsLine || line > 90 {
      write("\n")
      isFresh = true
      line = 0
    }
  }

  private func add(_ name: String) {
    write((isFresh ? "" : " ") + name)
    isFresh = false
    line += name.count + 1
  }

  private func write(_ text: String) {
    try? file.write(contentsOf: Data(text.utf8))
  }

  deinit {
    if !isFresh { write("\n") }
  }
}
