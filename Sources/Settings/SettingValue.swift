import Configuration

/// What a setting is set to.
enum SettingValue: Hashable, Sendable {
  case text(String)
  case number(Int)
  case texts([String])
  case flag(Bool)

  var content: ConfigContent {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .int(number)
    case .texts(let texts): .stringArray(texts)
    case .flag(let isSet): .bool(isSet)
    }
  }
}

extension Setting.Kind {
  /// What a value must be, in words.
  var expectation: String {
    switch self {
    case .text, .secret, .command: "a text"
    case .path: "the path of a file or folder"
    case .choice(let names): "one of " + names.map { "\"\($0)\"" }.joined(separator: ", ")
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .texts: "a list of texts"
    case .arguments: "a list of texts, of which the first is a program"
    case .flag: "true or false"
    }
  }

  /// A value that was written as a text, as in the environment; nil for one that does not fit.
  func value(of text: String) -> SettingValue? {
    switch self {
    case .text, .secret, .command, .path: .text(text)
    case .choice(let names): names.contains(text.lowercased()) ? .text(text.lowercased()) : nil
    case .number(let range): Int(text).flatMap { range.contains($0) ? .number($0) : nil }
    case .texts, .arguments: .texts(text.split(whereSeparator: \.isWhitespace).map(String.init))
    case .flag: ["true": true, "false": false][text.lowercased()].map(SettingValue.flag)
    }
  }

  /// A value that stands in a file; nil for one that does not fit.
  func value(of node: TOMLNode) -> SettingValue? {
    switch (self, node) {
    case (.texts, .list(let items)):
      let texts = items.compactMap { if case .text(let text) = $0 { text } else { String?.none } }
      return texts.count == items.count ? .texts(texts) : nil
    case (.arguments, .list):
      guard case .texts(let texts) = Setting.Kind.texts.value(of: node), texts.first?.isEmpty == false else {
        return nil
      }
      return .texts(texts)
    case (.number(let range), .number(let number)): return range.contains(number) ? .number(number) : nil
    case (.flag, .flag(let isSet)): return .flag(isSet)
    case (.texts, _), (.arguments, _), (.number, _), (.flag, _): return nil
    case (_, .text(let text)): return text.isEmpty ? nil : value(of: text)
    case (.text, _), (.secret, _), (.command, _), (.path, _), (.choice, _): return nil
    }
  }
}
