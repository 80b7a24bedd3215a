import Foundation
import Testing

@testable import PostilScreen

@Suite struct ManualTests {
  /// The manual's page of keys, as far as its table goes.
  private static var rows: [String] {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Notes/notes/keys.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| ") }
      .filter { $0.contains("`") }
  }

  @Test func `every key of the manual's page means something`() throws {
    let map = KeyMap()
    let scopes: [[Scope]] = [[.list, .global], [.reader, .global], [.ledger, .global]]
    try #require(Self.rows.count > 20)
    for row in Self.rows {
      let cell = row.dropFirst(2).prefix { $0 != "|" }
      for (index, name) in cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      where index % 2 == 1 {
        let named = name == "Enter" || name == "Tab" || name == "Space" || name == "S-Tab"
        let keys = try #require([Key](named: named ? "<\(name)>" : String(name)), "\(name)")
        let isBound = scopes.contains { map.resolve(keys: keys, scopes: $0) != .none }
        #expect(isBound, "\(name)")
      }
    }
  }

  @Test func `every verb and every room is on the manual's page`() {
    let page = Self.rows.joined(separator: "\n")
    let map = KeyMap().bindings(in: [.global])
    let actions: [Action] = [
      .claimOpen, .claimSupported, .claimRefuted, .claimMixed, .claimVoid, .claimForecast,
      .claimRemove, .claimNote, .topic, .again, .labelTag, .labelGo, .linkLabel, .note, .noteEditor,
      .claimDue, .claimConfidence, .undo, .redo, .search, .filter, .goLedger, .goList, .goNotes,
      .star, .read, .export, .marginCycle, .help, .palette,
    ]
    for action in actions {
      let names = map.filter { $0.command == action.rawValue }.map(\.keys.name)
      #expect(names.contains { page.contains("`\($0)`") }, "\(action.rawValue): \(names)")
    }
  }
}
