import PostilCore

/// One object of JSON that is a table: databases and data frames write their records as such.
enum JSONTables {
  /// The records, in order; nil when it is no table.
  static func records(in value: JSONValue) -> [JSONValue]? {
    guard value.isObject, !value.members.isEmpty else { return nil }
    return split(value) ?? byColumn(value) ?? byKey(value)
  }

  /// `{"columns": ["id", "text"], "data": [[1, "…"]]}`
  private static func split(_ value: JSONValue) -> [JSONValue]? {
    guard let columns = value["columns"]?.texts, holdText(columns),
      let rows = value["data"]?.elements ?? value["rows"]?.elements
    else { return nil }
    return rows.map { row in
      .object(zip(columns, row.elements).map { JSONValue.Member(name: $0, value: $1) })
    }
  }

  /// `{"id": {"0": 1}, "text": {"0": "…"}}`, and the same with lists.
  private static func byColumn(_ value: JSONValue) -> [JSONValue]? {
    let columns = value.members.map { member in
      (
        name: member.name,
        cells: member.value.isObject
          ? member.value.members.map(\.value) : member.value.elements
      )
    }
    guard columns.count > 1, holdText(columns.map(\.name)), let count = columns.first?.cells.count,
      count > 0, columns.allSatisfy({ $0.cells.count == count }),
      columns.contains(where: { isText($0.name) && $0.cells.contains { $0.text != nil } })
    else { return nil }
    return (0..<count).map { row in
      .object(columns.map { JSONValue.Member(name: $0.name, value: $0.cells[row]) })
    }
  }

  /// `{"1771": {"text": "…"}, "1772": {"text": "…"}}`; a record without an id has its key as such.
  private static func byKey(_ value: JSONValue) -> [JSONValue]? {
    let members = value.members
    guard members.allSatisfy(\.value.isObject),
      members.prefix(5).allSatisfy({ member in
        RecordFormats.detect([member.value]) != nil
          || LooseRecord(member.value).textName.map { !$0.contains(".") } == true
      })
    else { return nil }
    return members.map { member in
      guard Snowflake.isID(member.name), !member.value.has("id"), !member.value.has("id_str") else {
        return member.value
      }
      return .object([.init(name: "id", value: .string(member.name))] + member.value.members)
    }
  }

  private static func holdText(_ names: [String]) -> Bool { names.contains(where: isText) }

  private static func isText(_ name: String) -> Bool {
    RecordField.text.aliases.contains(RecordField.normalised(name))
  }
}
