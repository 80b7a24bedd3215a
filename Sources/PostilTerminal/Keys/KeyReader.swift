public import PostilScreen

/// Makes keys and pastes of the bytes that a terminal sends.
///
/// It understands what terminfo says of the terminal and, beyond it, what ECMA-48 and xterm's
/// function keys have in common. A sequence that it does not know is swallowed whole, never typed.
public struct KeyReader: Sendable {
  private let named: [[UInt8]: Key]
  /// Bytes whose meaning depends on what follows.
  private var pending: [UInt8] = []
  /// What was pasted so far, while a paste is under way.
  private var pasted: [UInt8]?

  private static let pasteBegin: [UInt8] = Array("\u{1B}[200~".utf8)
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// `named` holds sequences of this very terminal; each begins with ESC.
  public init(named: [[UInt8]: Key] = [:]) {
    self.named = named
  }

  /// How long to wait for more bytes before `flush` decides; nil when nothing hangs in the air.
  public var patience: Duration? {
    // A paste whose end never comes must not swallow the keyboard for good.
    if pasted != nil { return .seconds(2) }
    if pending.isEmpty { return nil }
    // The answer to a question asked before may come in pieces; a person's Escape must not wait.
    return EscapeSequence.isString(pending[...]) ? .milliseconds(500) : .milliseconds(25)
  }

  /// Takes what was read, and answers everything that is complete.
  public mutating func take(_ bytes: some Sequence<UInt8>) -> [TerminalInput] {
    pending.append(contentsOf: bytes)
    var inputs: [TerminalInput] = []
    var rest = pending[...]
    while !rest.isEmpty, let length = step(rest, into: &inputs) { rest = rest.dropFirst(length) }
    pending = Array(rest)
    return inputs
  }

  /// Decides what the bytes mean that nothing more followed: a lone ESC is Escape.
  public mutating func flush() -> [TerminalInput] {
    defer {
      pending = []
      pasted = nil
    }
    if let pasted { return [.paste(Self.text(pasted + pending))] }
    return EscapeSequence.keysOfUnfinished(pending[...]).map(TerminalInput.key)
  }

  /// Understands what the bytes begin with, and answers how many they were; nil when more must come.
  private mutating func step(_ bytes: ArraySlice<UInt8>, into inputs: inout [TerminalInput]) -> Int?
  {
    if pasted != nil { return stepInPaste(bytes, into: &inputs) }
    if bytes.first != 0x1B { return TypedText.step(bytes, into: &inputs) }
    guard let length = EscapeSequence.length(bytes) else { return nil }
    let sequence = Array(bytes.prefix(length))
    if sequence == Self.pasteBegin {
      pasted = []
    } else if let key = named[sequence] ?? EscapeSequence.key(sequence[...]) {
      inputs.append(.key(key))
    } else if let report = Report.input(sequence) {
      inputs.append(report)
    }
    return length
  }

  private mutating func stepInPaste(
    _ bytes: ArraySlice<UInt8>, into inputs: inout [TerminalInput]
  ) -> Int? {
    let plain = bytes.prefix { $0 != 0x1B }
    if !plain.isEmpty {
      pasted?.append(contentsOf: plain)
      return plain.count
    }
    if bytes.starts(with: Self.pasteEnd) {
      inputs.append(.paste(Self.text(pasted ?? [])))
      pasted = nil
      return Self.pasteEnd.count
    }
    if Self.pasteEnd.starts(with: bytes) { return nil }
    pasted?.append(0x1B)
    return 1
  }

  /// Terminals send the ends of lines as Enter, that is CR.
  private static func text(_ bytes: [UInt8]) -> String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    var afterReturn = false
    for byte in bytes {
      if byte == 0x0D {
        lines.append(0x0A)
      } else if !(byte == 0x0A && afterReturn) {
        lines.append(byte)
      }
      afterReturn = byte == 0x0D
    }
    return String(decoding: lines, as: UTF8.self)
  }
}
