import PostilCore
import Testing

@Suite struct TypingTests {
  @Test(arguments: [
    ("turbin", "turbin*"), ("lead turbin", "lead turbin*"), ("-turbin", "-turbin*"),
    ("a OR tur", "a OR tur*"), ("tu", "tu"), ("turbin ", "turbin "), ("turbin*", "turbin*"),
    ("\"lead ti", "\"lead ti"), ("\"lead time\"", "\"lead time\""), ("tag:power", "tag:power"),
    ("$NWND", "$NWND"), ("/turb", "/turb"), ("電力需要", "電力需要"), ("", ""), ("150", "150*"),
    ("claim:{turbin", "claim:{turbin*"), ("claim:{turbin}", "claim:{turbin}"),
    ("lead NEAR/5 wee", "lead NEAR/5 wee*"), ("AND", "AND"),
  ])
  func `the last word is the beginning of one until it is finished`(typed: String, read: String) {
    #expect(Query.begun(typed) == read)
  }

  @Test(arguments: [
    ("p.wer", "power, Power; empower", ["power", "Power", "power"]),
    ("^on", "one\non, on", ["on", "on"]), ("é+", "caféé é", ["éé", "é"]), ("x*", "axxb", ["xx"]),
    ("👩‍💻|電", "電 👩‍💻電", ["電", "👩‍💻", "電"]), ("(a+)+$", "b", []),
  ])
  func `an expression is found wherever it stands, as code points`(
    source: String, text: String, hits: [String]
  ) throws {
    let scalars = Array(text.unicodeScalars)
    let places = SoughtWords(source, .pattern).places(in: scalars)
    let found = places.map { range in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    #expect(found == hits)
    let near = places.flatMap { place in
      SoughtWords(source, .pattern).places(in: scalars, around: place).filter { $0 == place }
    }
    #expect(near == places)
  }
}
