import PostilCore
@testable import PostilScreen
import Testing

@Suite struct KeyMapTests {
  private let reader: [Scope] = [.reader, .global]

  @Test func `the built-in keys have no problem`() {
    #expect(KeyMap().problems == [])
  }

  @Test(arguments: Scope.allCases)
  func `what is bound can be typed, and waits for no timeout`(scope: Scope) {
    let map = KeyMap()
    for scopes in [[scope], [scope, .global]] {
      for binding in map.bindings(in: scopes) {
        #expect(map.resolve(keys: binding.keys, scopes: scopes) == .command(binding.command))
        for beginning in (1..<binding.keys.count).map({ Array(binding.keys[..<$0]) }) {
          guard case .pending(let next) = map.resolve(keys: beginning, scopes: scopes) else {
            Issue.record("\(beginning.name) does not wait")
            continue
          }
          #expect(next.contains { $0.key == binding.keys[beginning.count] })
        }
      }
    }
  }

  @Test func `Enter confirms nothing that writes or destroys`() {
    let map = KeyMap()
    #expect(map.resolve(keys: [.enter], scopes: [.confirm]) == .none)
    #expect(map.resolve(keys: [.enter], scopes: [.split]) == .none)
  }

  @Test func `every place can be left`() {
    let map = KeyMap()
    for scope in Scope.allCases {
      let inner: Set<Scope> = [.margin, .prompt, .picker, .confirm, .split, .labels]
      let scopes = inner.contains(scope) ? [scope] : [scope, .global]
      #expect(map.resolve(keys: [.escape], scopes: scopes) != .none, "\(scope)")
      #expect(map.resolve(keys: [.control("c")], scopes: scopes) != .none, "\(scope)")
    }
  }

  @Test func `digits are free for counts where a view is browsed`() {
    let map = KeyMap()
    for digit in "123456789" {
      for scope in [Scope.list, .reader, .span, .ledger, .problems] {
        #expect(map.resolve(keys: [.character(digit)], scopes: [scope, .global]) == .none)
      }
    }
  }

  @Test func `an inner scope wins, and hides what begins alike`() {
    let map = KeyMap(own: "reader:\n  g: search\n  z x y: help\n  o g: redo\n")
    #expect(map.problems == [])
    #expect(resolved(map, "g") == .command("search"))
    #expect(resolved(map, "g g") == .none)
    #expect(resolved(map, "o") == .pending([.init("g", "redo")]), "hides `o` of global")
    guard case .pending(let next) = resolved(map, "z") else {
      Issue.record("z does not wait")
      return
    }
    #expect(next.map(\.key.name) == ["o", "x", "z", "t", "b", "a", "m", "r"])
    #expect(next.first { $0.key.name == "x" }?.command == nil)
    #expect(map.bindings(for: "link.open", in: reader) == [])
    #expect(map.bindings(for: "link.open", in: [.list, .global]).map(\.keys.name) == ["o"])
  }

  @Test func `null unbinds, also keys of global in one scope, also a whole family`() {
    let map = KeyMap(own: "list:\n  V: null\n  u: ~\nglobal:\n  t: null\n  t s: help\n")
    #expect(map.problems == [])
    #expect(map.resolve(keys: [.character("V")], scopes: [.list, .global]) == .none)
    #expect(map.resolve(keys: [.character("u")], scopes: [.list, .global]) == .none)
    #expect(resolved(map, "u") == .command("undo"))
    #expect(resolved(map, "t") == .pending([.init("s", "help")]))
  }

  @Test func `a person's binding takes the place of ours`() {
    let map = KeyMap(own: "global:\n  '?': palette\n")
    #expect(resolved(map, "?") == .command("palette"))
    #expect(map.bindings(for: "palette", in: [.global]).map(\.isOwn) == [true, false])
  }

  @Test func `a command keeps what it is given`() {
    let map = KeyMap(own: "global:\n  t 1: topic.add   power\n")
    #expect(map.problems == [])
    #expect(resolved(map, "t 1") == .command("topic.add power"))
  }

  @Test(arguments: [
    (
      "reader:\n  x: help\n  y: undo\n  x: redo\n",
      "mine:4:3: `x` is bound twice in reader, first in line 2"
    ),
    (
      "reader:\n  C-x: help\n  <C-x>: redo\n",
      "mine:3:3: `C-x` is bound twice in reader, first in line 2"
    ),
    (
      "reader:\n  x y: help\n  x: redo\n", "mine:3:3: `x` and `x y` in line 2 begin alike in reader"
    ),
    (
      "reader:\n  x: help\n  x y: redo\n", "mine:3:3: `x y` and `x` in line 2 begin alike in reader"
    ),
    ("global:\n  t: help\n", "mine:2:3: `t` and `t o`, which means claim.open, begin alike"),
    ("global:\n  G G: help\n", "mine:2:3: `G G` and `G`, which means move.last, begin alike"),
    ("raeder:\n  x: help\n", "mine:1:1: “raeder” is no scope"),
    ("reader:\n  x: hepl\n", "mine:2:6: there is no command “hepl”"),
    ("reader:\n  <Entr>: help\n", "mine:2:3: “<Entr>” is no key"),
    ("reader:\n  x: [help]\n", "mine:2:6: a key means one command"),
    ("reader: 5\n", "mine:1:9: reader holds no keys"),
    ("- a\n", "mine:1:1: key files are made of scopes"),
    ("reader:\n  x: 'a\n", "mine:3:1: this is not YAML: found unexpected end of stream"),
  ])
  func `what is wrong is named with its place`(text: String, message: String) {
    let map = KeyMap(own: text, file: "mine")
    // The lines of the built-in file move; only that they are told is of interest.
    let told = map.problems.map { $0.description.replacing(/\ \(built in, line \d+\)/, with: "") }
    #expect(told == [message])
    #expect(map.problems.allSatisfy { $0.hint != nil })
    #expect(resolved(map, "j") == .command("move.down"), "the rest counts")
  }

  @Test func `hints name the nearest right word`() {
    let map = KeyMap(own: "raeder:\n  x: help\nlist:\n  x: hepl\n  <Entr>: help\n")
    #expect(
      map.problems.map(\.hint) == [
        "Did you mean “reader”?", "Did you mean “help”?", "Did you mean `<Enter>`?",
      ])
  }

  @Test func `the first of two lines with the same keys counts, and a scope may stand twice`() {
    let map = KeyMap(own: "reader:\n  x: undo\n  x: redo\nlist:\nreader:\n  y y: help\n")
    #expect(resolved(map, "x") == .command("undo"))
    #expect(resolved(map, "y y") == .command("help"))
    #expect(map.problems.count == 1)
  }

  @Test(arguments: ["", "\n", "# nothing\n", "~", "reader:\n", "reader: null\n"])
  func `an empty file changes nothing`(text: String) {
    #expect(KeyMap(own: text) == KeyMap())
  }

  @Test(arguments: Array(0..<100))
  func `no file makes it stumble`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let parts = [
      "reader", "global", ":", " ", "\n", "\n  ", "x", "t s", "help", "null", "\"", "'", "[", "{",
      "- ", "? ", "&a ", "*a", "!t ", "<C-x>", "#", "|", "\t", "é", "\u{0}", "---\n", "<<: ",
    ]
    let text = (0..<dice.roll(0...40)).map { _ in parts[dice.roll(0...parts.count - 1)] }.joined()
    let map = KeyMap(own: text)
    #expect(map.resolve(keys: [.control("z")], scopes: [.global]) != .pending([]))
  }

  private func resolved(_ map: KeyMap, _ keys: String) -> KeyMap.Resolution {
    map.resolve(keys: [Key](named: keys) ?? [], scopes: reader)
  }
}

extension KeyMap.Continuation {
  fileprivate init(_ key: Character, _ command: String) {
    self.init(key: .character(key), command: command)
  }
}
