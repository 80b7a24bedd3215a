import Foundation
import PostilCore
import Testing

@Suite struct JSONExportTests {
  @Test(arguments: 0..<200)
  func `any JSON reader gets the words back`(seed: Int) throws {
    var noise = ExportNoise(seed: seed)
    let dossier = noise.dossier(1)
    let info = ExportInfo(title: noise.text(), query: noise.text(), today: Day(number: 20_500))
    let read = try JSONDecoder().decode(
      Read.self, from: Data(try Exporters.named("json").export([dossier], about: info).utf8))
    let post = try #require(read.posts.first)
    #expect(Array(read.title.unicodeScalars) == Array(info.title.unicodeScalars))
    #expect(Array(post.text.unicodeScalars) == Array(dossier.post.text.unicodeScalars))
    #expect((post.claims ?? []).map(\.quotes) == dossier.claims.map(\.quotes))
  }

  @Test func `nothing in it commands a terminal`() {
    let text = JSONText.string("\u{1B}[2J\u{9B}\u{7F}\u{202E}\u{0}").compact
    #expect(text.unicodeScalars.allSatisfy { 0x20..<0x7F ~= $0.value })
    #expect(text == #""\u001B[2J\u009B\u007F\u202E\u0000""#)
  }

  @Test func `one line a value when compact`() {
    let value = JSONText.object([.init("a\n", .array([.number(1), .bool(true), .string("\r\n")]))])
    #expect(value.compact == #"{"a\n":[1,true,"\r\n"]}"#)
  }

  private struct Read: Decodable {
    var title: String
    var posts: [ReadPost]
  }

  private struct ReadPost: Decodable {
    var text: String
    var claims: [ReadClaim]?
  }

  private struct ReadClaim: Decodable {
    var quotes: [String]
  }
}
