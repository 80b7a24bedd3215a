import PostilScreen

/// Bytes outside escape sequences: control keys and text in UTF-8.
enum TypedText {
  /// Understands what the bytes begin with, and answers how many they were; nil when more must come.
  static func step(_ bytes: ArraySlice<UInt8>, into inputs: inout [TerminalInput]) -> Int? {
    guard let first = bytes.first else { return nil }
    if isControl(first) {
      inputs.append(.key(control(first)))
      return 1
    }
    let run = bytes.prefix { !isControl($0) }
    // A scalar that the end of the buffer cuts waits for its rest.
    let whole = run.count == bytes.count ? run.dropLast(cutBytes(run)) : run
    if whole.isEmpty { return nil }
    // By characters, so that an emoji of several scalars is one key.
    for character in String(decoding: whole, as: UTF8.self) where isTypeable(character) {
      inputs.append(.key(.character(character)))
    }
    return whole.count
  }

  /// The key of a byte below space, or of DEL.
  static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  /// How many bytes a scalar takes whose first byte this is; 1 when it is none.
  static func scalarLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

  /// Bytes at the end that begin a scalar and do not end it.
  private static func cutBytes(_ run: ArraySlice<UInt8>) -> Int {
    for (behind, byte) in run.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      return scalarLength(byte) > behind + 1 ? behind + 1 : 0
    }
    return 0
  }

  /// Not what stands for bytes that are no UTF-8, nor a C1 control.
  private static func isTypeable(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0 != "\u{FFFD}" && !(0x80...0x9F ~= $0.value) }
  }
}
