import Foundation
import PostilScreen
import Testing

@testable import postil

@Suite struct KeysTests {
  @Test func `every binding is listed with its scope, command and what it does`() throws {
    let seen = try Sandbox().run("keys")
    #expect(seen.status == 0)
    for scope in Scope.allCases {
      for binding in KeyMap().bindings(in: [scope]) {
        let line = seen.lines.first {
          $0.contains(" \(binding.keys.name) ") && $0.contains(binding.command)
        }
        #expect(line != nil, "\(scope.rawValue) \(binding.keys.name)")
      }
    }
  }

  @Test func `a file of one's own is marked, and its mistakes are named with both lines`() throws {
    let box = try Sandbox()
    try box.write(
      "global:\n  X: redo\n  j k: undo\nlist:\n  Y: undo\n  Y: redo\n",
      to: "../config/postil/keys.yaml")
    let seen = try box.run("keys", "--conflicts")
    #expect(seen.status == 1)
    #expect(seen.stdout == "")
    #expect(seen.stderr.contains("keys.yaml:3:3: "), "\(seen.stderr)")
    #expect(seen.stderr.contains("first in line 5"), "\(seen.stderr)")
    #expect(try box.run("keys").stdout.contains("* X "))
  }

  @Test func `the defaults are a key file that changes nothing`() throws {
    let defaults = try Sandbox().run("keys", "--defaults").stdout
    #expect(defaults == KeyMap.builtIn)
    let map = KeyMap(own: defaults)
    #expect(map.problems == [])
    for scope in Scope.allCases {
      #expect(
        map.bindings(in: [scope]).map(\.command) == KeyMap().bindings(in: [scope]).map(\.command))
    }
  }
}
