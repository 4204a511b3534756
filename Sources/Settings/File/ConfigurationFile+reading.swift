import Elements
import SignInAnalysis
import TOMLKit

extension ConfigurationFile {
  /// Reads a file whole; nil where there is none.
  static func read(path: String) throws(ConfigurationFileError) -> ConfigurationFile? {
    let opened: OpenedFile?
    do throws(OpenedFile.Failure) {
      opened = try OpenedFile(path: path)
    } catch {
      throw .unreadable(cause: error.cause)
    }
    guard let opened else { return nil }
    guard !opened.isOthersToWrite else { throw .othersToWrite(mode: opened.mode & 0o777) }
    guard let text = String(validating: opened.bytes, as: UTF8.self) else { throw .notUTF8 }
    let file = try ConfigurationFile(text: text, path: path)
    if opened.isOpenToOthers, let key = file.secretKeys.first {
      throw .openToOthers(key: key, mode: opened.mode & 0o777)
    }
    return file
  }

  init(text: String, path: String) throws(ConfigurationFileError) {
    var section = SettingsSection(prefix: "", ownKeys: ["profile", "profiles", "keys", "signals", "networks"])
    try section.read(try Self.parse(text))
    self.path = path
    general = section.values
    generalKeys = try Self.keys(section.own["keys"], key: "keys")
    generalSignals = try Self.signals(section.own["signals"], key: "signals")
    generalNetworks = try Self.networks(section.own["networks"], key: "networks")
    defaultProfile = try section.own["profile"].map { node throws(ConfigurationFileError) in
      guard case .text(let name) = node else {
        throw .wrongValue(key: "profile", expected: "the name of a profile", found: node.kind)
      }
      return name
    }
    profiles = try Self.profiles(section.own["profiles"])
  }

  /// A dotted key makes nested tables, which are read and freed recursively: ten thousand would overflow the stack.
  private static let mostDotsALine = 1_000

  private static func parse(_ text: String) throws(ConfigurationFileError) -> [TOMLNode.Entry] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if let place = lines.firstIndex(where: { $0.count { $0 == "." } > mostDotsALine }) {
      throw .syntax(line: place + 1, column: 1, message: "a line with more than \(mostDotsALine) dots is not a setting")
    }
    do {
      return try TOMLNode.entries(of: text)
    } catch let error as TOMLParseError {
      throw .syntax(line: error.source.begin.line, column: error.source.begin.column, message: error.plainMessage)
    } catch {
      throw .syntax(line: 1, column: 1, message: "this is not TOML")
    }
  }

  private static func profiles(_ node: TOMLNode?) throws(ConfigurationFileError) -> [Profile] {
    guard let node else { return [] }
    guard case .table(let entries) = node else {
      throw .wrongValue(key: "profiles", expected: "tables such as [profiles.msp]", found: node.kind)
    }
    var profiles: [Profile] = []
    for entry in entries {
      let key = "profiles.\(entry.key)"
      guard case .table(let settings) = entry.node else {
        throw .wrongValue(key: key, expected: "a table [\(key)]", found: entry.node.kind)
      }
      var section = SettingsSection(
        prefix: key + ".", ownKeys: ["tenants", "tenant_settings", "keys", "signals", "networks"])
      try section.read(settings)
      let tenants = try section.own["tenants"].map { node throws(ConfigurationFileError) in
        try ListedTenant.read(node, key: key + ".tenants")
      }
      let described = try section.own["tenant_settings"].map { node throws(ConfigurationFileError) in
        try DescribedTenant.read(node, key: key + ".tenant_settings")
      }
      profiles.append(
        Profile(
          name: entry.key, values: section.values, keys: try keys(section.own["keys"], key: key + ".keys"),
          signals: try signals(section.own["signals"], key: key + ".signals"),
          networks: try networks(section.own["networks"], key: key + ".networks"),
          customers: ListedTenant.customers(of: tenants ?? []), described: described ?? []))
    }
    return profiles
  }

  private static func signals(_ node: TOMLNode?, key: String) throws(ConfigurationFileError) -> [SignalThreshold] {
    guard let node else { return [] }
    return try SignalThreshold.read(node, key: key)
  }

  private static func networks(_ node: TOMLNode?, key: String) throws(ConfigurationFileError) -> [LabelledNetwork] {
    guard let node else { return [] }
    return try LabelledNetwork.read(node, key: key)
  }

  /// Reads `[keys]`: a key, or a list of keys, for each command. Which commands and keys there are is not known here.
  private static func keys(_ node: TOMLNode?, key: String) throws(ConfigurationFileError) -> [String: [String]] {
    guard let node else { return [:] }
    guard case .table(let entries) = node else {
      throw .wrongValue(key: key, expected: "a table [\(key)]", found: node.kind)
    }
    var keys: [String: [String]] = [:]
    for entry in entries {
      if case .text(let name) = entry.node {
        keys[entry.key] = [name]
      } else if case .texts(let names) = Setting.Kind.texts.value(of: entry.node) {
        keys[entry.key] = names
      } else {
        throw .wrongValue(key: "\(key).\(entry.key)", expected: "a key or a list of keys", found: entry.node.kind)
      }
    }
    return keys
  }

  /// Dotted keys of the secrets that stand in the file itself.
  private var secretKeys: [String] {
    let sections = [("", general)] + profiles.map { ("profiles.\($0.name).", $0.values) }
    return sections.flatMap { prefix, values in
      values.keys.filter { $0.kind == .secret }.map { prefix + $0.name }
    }.sorted()
  }
}

extension TOMLParseError {
  /// Without a full stop, and in one line.
  fileprivate var plainMessage: String {
    description.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
