import ArgumentParser
import Foundation
import PostilScreen
import Testing

@testable import postil

@Suite struct ManualPageTests {
  private static let program = CommandTable.program

  @Test func `the page holds every command, option and key`() throws {
    let program = try #require(Self.program)
    let page = ManualPage(program).text
    let names = program.commands.map(\.commandName)
    #expect(names.filter { !$0.contains(" ") } == Postil.names)
    for command in program.commands {
      #expect(page.contains(".SS \"postil \(command.commandName)\""), "\(command.commandName)")
      for argument in command.own {
        for name in argument.names ?? [] {
          #expect(page.contains("\\fB\(ManualPage.escaped(name.written))\\fR"), "\(name.written)")
        }
        #expect(argument.abstract?.isEmpty == false, "\(command.commandName)")
      }
    }
    for binding in Scope.allCases.flatMap({ KeyMap().bindings(in: [$0]) }) {
      #expect(page.contains("(\(ManualPage.escaped(binding.command)))"), "\(binding.command)")
    }
  }

  @Test func `no line of text is taken for a request`() throws {
    let known = [".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi", ".br", ".nh", ".ad"]
    for line in ManualPage(try #require(Self.program)).text.split(separator: "\n") {
      if line.hasPrefix(".") { #expect(known.contains { line.hasPrefix($0) }, "\(line)") }
      #expect(!line.hasPrefix("'"))
    }
  }

  @Test func `man finds nothing to complain of`() throws {
    let box = try Sandbox()
    let seen = try box.shell(
      #"command -v groff >/dev/null || exit 77; "$1" man | groff -man -Tutf8 -ww -z"#,
      [Program.path])
    #expect([0, 77].contains(seen.status))
    #expect(seen.stderr == "")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know every command and option`(shell: String) throws {
    let script = try Sandbox().run("completions", shell).stdout
    for command in try #require(Self.program).commands {
      for word in command.commandName.split(separator: " ") {
        #expect(script.contains(word), "\(word)")
      }
      for name in command.own.flatMap({ $0.names ?? [] }) {
        #expect(script.contains(name.name), "\(name.name)")
      }
    }
  }

  @Test func `ids and tags of the notebook are completed`() throws {
    let box = try Sandbox(withNotes: true)
    func complete(_ words: String..., at index: Int, prefix: String) throws -> [String] {
      let shell = ["SAP_SHELL": "bash"]
      let position = words.count - 1
      let seen = try box.shell(
        #"cd "$1" && shift && exec "$@""#,
        [box.notebook.path, Program.path, "---completion", words[1], "--", "positional@\(index)"]
          + ["\(position)", "\(prefix.count)"] + words, environment: shell)
      return seen.lines
    }
    let posts = try complete("postil", "show", "x-19", at: 0, prefix: "x-19")
    #expect(posts.contains("x-1965377159472915038"), "\(posts)")
    #expect(posts.allSatisfy { $0.hasPrefix("x-19") })
  }
}
