import Foundation
import PostilCore
import PostilScreen
import Testing

@testable import postil

@Suite struct SettingsTests {
  private func settings(_ files: [String: String]) throws -> Settings {
    let folder = FileManager.default.temporaryDirectory.appending(path: "postil-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return Settings(folder: folder.path)
  }

  @Test func `nothing set is what is built in`() throws {
    let found = try settings([:])
    #expect(found.problems.isEmpty)
    #expect(found.theme == found.themes.all.first)
    #expect(found.themes.all.count >= 4)
  }

  @Test func `a theme of one's own is chosen by its name, or takes a built-in's place`() throws {
    let found = try settings([
      "config.yaml": "theme: dusk\n", "themes/d.yaml": "name: Dusk\ninherits: ink\n",
      "themes/ink.yaml": "name: ink\ninherits: paper\n",
    ])
    #expect(found.problems.isEmpty, "\(found.problems)")
    #expect(found.theme.name == "Dusk")
    #expect(found.themes.all.count { $0.name.lowercased() == "ink" } == 1)
  }

  @Test(arguments: [
    ("config.yaml", "theme: nowhere\n"), ("config.yaml", "them: ink\n"),
    ("config.yaml", "- ink\n"), ("config.yaml", "theme: [ink]\n"), ("config.yaml", "theme: {\n"),
    ("config.yaml", "breakpoints: 80\n"), ("config.yaml", "breakpoints: {list: wide}\n"),
    ("config.yaml", "breakpoints: {margin: 30}\n"), ("config.yaml", "breakpoints: {menu: 90}\n"),
    ("keys.yaml", "list:\n  x: no.such.command\n"), ("themes/a.yaml", "name: A\ncolour: red\n"),
  ])
  func `a mistake is named with its file, and costs only itself`(name: String, text: String)
    throws
  {
    let found = try settings([name: text])
    let problem = try #require(found.problems.first)
    #expect(problem.place?.file.hasSuffix(name) == true)
    #expect(found.themes.all.count >= 4)
    #expect(!found.theme.name.isEmpty)
  }

  @Test func `breakpoints are set each for itself`() throws {
    let found = try settings(["config.yaml": "breakpoints: {list: 150, notes: 50}\n"])
    #expect(found.problems.isEmpty, "\(found.problems)")
    #expect(found.configuration.breakpoints == Breakpoints(list: 150, notes: 50))
  }

  @Test func `an empty file sets nothing`() throws {
    let found = try settings(["config.yaml": "", "keys.yaml": "# nothing yet\n"])
    #expect(found.problems.isEmpty, "\(found.problems)")
  }
}
