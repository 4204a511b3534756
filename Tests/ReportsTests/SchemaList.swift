import Elements
import Foundation

/// The names, types and values of a published schema, from a file in `Schemas`, and whether an event keeps to them.
struct SchemaList {
  struct Field {
    let type: String
    let isArray: Bool
    let isRequired: Bool
    let profile: String?
    /// Nil where any will do.
    let values: [String]?
  }

  let fields: [String: Field]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Schemas")
    let text = try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    fields = Dictionary(uniqueKeysWithValues: lines.map(Self.field))
  }

  private static func field(_ line: Substring) -> (String, Field) {
    let parts = line.split(separator: "=", maxSplits: 1)
    let words = parts[0].split(separator: " ").map(String.init)
    let profile = words.firstIndex(of: "profile").map { words[$0 + 1] }
    let values = parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : nil
    return (
      words[0],
      Field(
        type: words[1], isArray: words.contains("array"), isRequired: words.contains("required"), profile: profile,
        values: values)
    )
  }

  /// What is wrong with an event; empty where it keeps to the schema.
  func violations(in event: [String: Any], without missing: Set<String> = []) -> [String] {
    var found: Set<String> = []
    var violations = self.violations(in: event, under: "", &found)
    for (name, field) in fields where field.isRequired && !found.contains(name) && !missing.contains(name) {
      violations.append("\(name) is missing")
    }
    let profiles = (event["metadata"] as? [String: Any])?["profiles"] as? [String] ?? []
    for name in found {
      if let profile = fields[name]?.profile, !profiles.contains(profile) {
        violations.append("\(name): no \(profile)")
      }
    }
    return violations
  }

  private func violations(in object: [String: Any], under path: String, _ found: inout Set<String>) -> [String] {
    var violations = object.isEmpty ? ["\(path) is empty"] : []
    for (key, value) in object {
      let name = path.isEmpty ? key : "\(path).\(key)"
      if let field = fields[name] {
        found.insert(name)
        violations += check(value, field, name)
      } else if let members = value as? [String: Any] {
        violations += self.violations(in: members, under: name, &found)
      } else if let objects = value as? [[String: Any]], !objects.isEmpty {
        for members in objects { violations += self.violations(in: members, under: name, &found) }
      } else {
        violations.append("\(name) is not in the list")
      }
    }
    return violations
  }

  private func check(_ value: Any, _ field: Field, _ name: String) -> [String] {
    guard let items = field.isArray ? value as? [Any] : [value], !items.isEmpty else { return ["\(name): no array"] }
    return items.flatMap { item in
      let isTyped = Self.holds(item, field.type)
      let isAllowed = field.values?.contains("\(item)") ?? true
      return isTyped && isAllowed ? [] : ["\(name): \(item) is no \(field.type) of \(field.values ?? [])"]
    }
  }

  private static func holds(_ value: Any, _ type: String) -> Bool {
    let text = (value as? String).flatMap { $0.isEmpty ? nil : $0 }
    let isNumber = value is NSNumber && text == nil
    return switch type {
    case "keyword", "string": text != nil
    case "date": text.flatMap(Timestamp.init(iso8601:)) != nil
    case "ip": text.flatMap { IPAddress(Substring($0)) } != nil
    case "email": text?.contains("@") == true
    case "integer", "long", "timestamp", "float", "boolean": isNumber
    case "geo_point": Set((value as? [String: Double] ?? [:]).keys) == ["lat", "lon"]
    // Of any texts.
    case "object": (value as? [String: String])?.values.allSatisfy { !$0.isEmpty } == true
    default: false
    }
  }
}
