import SignInAnalysis

/// Settings that stand together: at the top of the file, or in a profile.
struct SettingsSection {
  /// Before a setting's name in an error.
  let prefix: String
  /// Keys of this section that are no settings.
  let ownKeys: Set<String>
  private(set) var values: ConfigurationFile.Values = [:]
  private(set) var own: [String: TOMLNode] = [:]

  init(prefix: String, ownKeys: Set<String>) {
    self.prefix = prefix
    self.ownKeys = ownKeys
  }

  mutating func read(_ entries: [TOMLNode.Entry], under group: String = "") throws(ConfigurationFileError) {
    for entry in entries {
      let name = group + entry.key
      if group.isEmpty, ownKeys.contains(name) {
        own[name] = entry.node
      } else if let setting = Setting.byName[name] {
        values[setting] = try value(of: setting, entry.node)
      } else if case .table(let inner) = entry.node, Self.groups.contains(name) {
        try read(inner, under: name + ".")
      } else {
        throw .unknownKey(prefix + name, nearest: nearest(to: name))
      }
    }
  }

  private func value(of setting: Setting, _ node: TOMLNode) throws(ConfigurationFileError) -> SettingValue {
    guard let value = setting.kind.value(of: node) else {
      throw .wrongValue(key: prefix + setting.name, expected: setting.kind.expectation, found: node.kind)
    }
    return value
  }

  private static let groups = Set(
    Setting.all.compactMap { $0.name.split(separator: ".").dropLast().first.map(String.init) })

  private func nearest(to name: String) -> [String] {
    NearestName.all(near: name, among: Setting.all.map(\.name) + ownKeys.sorted())
  }
}
