import CNcurses
import PostilCore
import PostilScreen

/// Which terminfo entry is used, and how many colours are asked of it.
struct TerminalKind: Hashable {
  /// What terminfo says of an entry.
  struct Abilities: Hashable {
    var movesCursor = true
    var isDirect = false
    var colors = 0
  }

  var name: String
  var depth: Depth
  /// Colours of the terminal; 0 in mono.
  var colors: Int

  /// Whether it understands what terminals have learned since xterm, which terminfo does not tell: paste
  /// in brackets, focus, the mouse, the clipboard. Older ones would show parts of it.
  var isModern: Bool { !Self.old.contains(String(name.prefix { $0.isLetter })) }

  /// What their names begin with, up to the first digit or hyphen.
  private static let old: Set = [
    "vt", "ansi", "linux", "cons", "sun", "wy", "wyse", "hp", "ibm", "adm", "tvi", "pcansi",
    "minix",
    "hurd", "mach", "cygwin", "bsdos",
  ]

  /// Entries that are tried when `TERM` names none: today's terminals all understand the first.
  static let fallbacks = ["xterm-256color", "xterm", "vt100"]

  /// Chooses from the environment (`TERM`, `COLORTERM`, `NO_COLOR`) and what terminfo knows.
  static func choose(
    _ choice: ColorChoice, environment: [String: String], abilities: (String) -> Abilities?
  ) throws(Problem) -> TerminalKind {
    let term = environment["TERM"] ?? ""
    let names = (term.isEmpty ? [] : [term]) + fallbacks
    guard let name = names.first(where: { abilities($0) != nil }), let found = abilities(name)
    else {
      throw Problem(
        "The terminal “\(term)” is not known here",
        hint: "Install its terminfo entry, or set TERM to one that `toe` lists.")
    }
    guard found.movesCursor else {
      throw Problem(
        "The terminal “\(name)” cannot place the cursor",
        hint: "Set TERM to what it is, or use the commands (`postil --help`).")
    }
    let refused = !(environment["NO_COLOR"] ?? "").isEmpty && choice != .always
    if choice == .never || refused || term.isEmpty || found.colors < 8 {
      return TerminalKind(name: name, depth: .mono, colors: 0)
    }
    if found.isDirect {
      return TerminalKind(name: name, depth: .direct, colors: found.colors)
    }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"]) {
      let base = name.hasSuffix("-256color") ? String(name.dropLast(9)) : name
      if let direct = abilities(base + "-direct"), direct.isDirect {
        return TerminalKind(name: base + "-direct", depth: .direct, colors: direct.colors)
      }
    }
    return TerminalKind(
      name: name, depth: found.colors >= 256 ? .indexed : .sixteen, colors: found.colors)
  }

  /// What the installed terminfo says; nil when it has no such entry.
  static func installed(_ name: String) -> Abilities? {
    let found = screen_probe(name)
    guard found.known else { return nil }
    return Abilities(
      movesCursor: found.moves_cursor, isDirect: found.direct, colors: Int(found.colors))
  }
}
