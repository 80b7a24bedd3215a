import Foundation
import PostilCore
import Testing

@testable import postil

struct MailboxTests {
  @Test func `events come out in the order they went in, and wake whoever sleeps`() async {
    let mailbox = Mailbox<Int>()
    #expect(!isReadable(mailbox.descriptor))
    #expect(mailbox.takeAll().isEmpty)
    for number in 0..<5 { mailbox.post(number) }
    #expect(isReadable(mailbox.descriptor))
    #expect(mailbox.takeAll() == [0, 1, 2, 3, 4])
    #expect(!isReadable(mailbox.descriptor))
  }

  @Test func `no event of many senders is lost`() async {
    let mailbox = Mailbox<Int>()
    await withTaskGroup(of: Void.self) { group in
      for sender in 0..<20 {
        group.addTask { for number in 0..<500 { mailbox.post(sender * 500 + number) } }
      }
    }
    #expect(mailbox.takeAll().sorted() == Array(0..<10_000))
    #expect(!isReadable(mailbox.descriptor))
  }
}

struct EditorTests {
  @Test func `VISUAL goes before EDITOR, and blank ones do not count`() {
    #expect(Editor.command(["VISUAL": "emacs -nw", "EDITOR": "vi"]) == "emacs -nw")
    #expect(Editor.command(["VISUAL": " ", "EDITOR": "vi"]) == "vi")
    #expect(Editor.command([:]).contains("vi"))
  }

  @Test func `only editors that know +LINE are given one`() {
    #expect(Editor.takesLine("vim -u NONE"))
    #expect(Editor.takesLine("/usr/bin/nano"))
    #expect(!Editor.takesLine("code --wait"))
    #expect(!Editor.takesLine(""))
  }
}

struct OpenerTests {
  @Test(arguments: ["https://example.org/a?b=c#d", "HTTP://example.org", "http://x"])
  func `links to the web are opened`(url: String) {
    #expect(Opener.isWebAddress(url))
  }

  @Test(arguments: [
    "", "https://", "http://", "file:///etc/passwd", "javascript:alert(1)", "--help",
    "https://example.org/a b", "https://example.org/\n", "ftp://example.org", "xhttps://a",
  ])
  func `nothing else is`(url: String) {
    #expect(!Opener.isWebAddress(url))
    #expect(throws: Problem.self) { try Opener.open(url) }
  }
}

struct ChildTests {
  @Test func `a child's end is told as a shell would`() throws {
    #expect(try Child(["/bin/sh", "-c", "exit 7"], streams: .none).wait() == 7)
    #expect(try Child(["/bin/sh", "-c", "kill -9 $$"], streams: .none).wait() == 137)
    #expect(throws: Problem.self) { try Child(["/no/such/program"], streams: .none) }
  }

  @Test func `a child blocks and ignores no signal`() throws {
    // Signals 32 and 33 belong to the C library.
    let script =
      "test $(grep -E 'Sig(Blk|Ign)' /proc/self/status | grep -vcE '[08]0{7}$') = 0"
    guard FileManager.default.fileExists(atPath: "/proc/self/status") else { return }
    #expect(try Child(["/bin/sh", "-c", script], streams: .none).wait() == 0)
  }
}

private func isReadable(_ descriptor: Int32) -> Bool {
  var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&state, 1, 0) == 1
}
