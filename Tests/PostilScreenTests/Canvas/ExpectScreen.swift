import Foundation
import PostilScreen
import Testing

/// Compares a frame with `Screens/NAME.txt`: its glyphs, then its roles, then what lies over them.
///
/// With `POSTIL_RECORD` set a file that differs is written and the test fails once, so that nobody
/// records by accident.
func expectScreen(
  _ canvas: Canvas, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = screens.appending(path: name + ".txt")
  let seen = portrait(of: canvas)
  if ProcessInfo.processInfo.environment["POSTIL_RECORD"] != nil {
    do {
      if let data = FileManager.default.contents(atPath: file.path), data == Data(seen.utf8) {
        return
      }
      let folder = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(seen.utf8).write(to: file, options: .atomic)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    Issue.record(
      "no screen \(name); POSTIL_RECORD=1 records it:\n\(seen)", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard Array(expected.utf8) != Array(seen.utf8) else { return }
  Issue.record(
    "\(name) differs (- expected, + seen):\n\(difference(expected, seen))",
    sourceLocation: sourceLocation)
}

/// A frame as the text of a golden file.
func portrait(of canvas: Canvas) -> String {
  var lines = ["\(canvas.size.columns)x\(canvas.size.rows)"]
  if let cursor = canvas.cursor {
    let kind = canvas.showsCursor ? "text cursor" : "cursor"
    lines[0] += ", \(kind) at row \(cursor.row), column \(cursor.column)"
  }
  lines += framed(canvas.glyphPlane, canvas.size.columns)
  lines += framed(canvas.rolePlane, canvas.size.columns)
  if canvas.overlayPlane.contains(where: { $0.contains { $0 != " " } }) {
    lines += framed(canvas.overlayPlane, canvas.size.columns)
  }
  return (lines + canvas.legend).joined(separator: "\n") + "\n"
}

/// The names of all goldens there are.
func recordedScreens() throws -> Set<String> {
  Set(
    try FileManager.default.contentsOfDirectory(at: screens, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.map { $0.deletingPathExtension().lastPathComponent })
}

private let screens = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Screens")

private func framed(_ plane: [String], _ columns: Int) -> [String] {
  let edge = "+" + String(repeating: "-", count: columns) + "+"
  return [edge] + plane.map { "|\($0)|" } + [edge]
}

/// The lines that differ, each with its number and the line it should have been.
private func difference(_ expected: String, _ seen: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = seen.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = []
  for number in 0..<max(old.count, new.count) {
    let before = number < old.count ? old[number] : nil
    let after = number < new.count ? new[number] : nil
    guard before.map({ Array($0.utf8) }) != after.map({ Array($0.utf8) }) else { continue }
    if let before { lines.append("\(number + 1)\t- \(before)") }
    if let after { lines.append("\(number + 1)\t+ \(after)") }
  }
  return lines.joined(separator: "\n")
}
