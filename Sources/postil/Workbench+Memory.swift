import Foundation
import PostilCore
import PostilScreen

extension Workbench {
  /// What the screen remembered when it was closed last; nothing when it never was.
  func remembered(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Memory {
    let file = memoryFile(environment)
    guard let data = FileManager.default.contents(atPath: file) else { return Memory() }
    return (try? JSONDecoder().decode(Memory.self, from: data)) ?? Memory()
  }

  /// Keeps what the screen remembers. It is a convenience: what cannot be kept is forgotten.
  func remember(
    _ memory: Memory, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let data = try? encoder.encode(memory) else { return }
    try? data.write(to: URL(fileURLWithPath: memoryFile(environment)), options: .atomic)
  }

  private func memoryFile(_ environment: [String: String]) -> String {
    Folders(for: notebook, environment: environment).state + "/screen.json"
  }
}
