import ArgumentParser
import Settings

extension CompletionKind {
  /// The tenants that the server listed last, for the profile that the command line names.
  static let tenantNames = CompletionKind.custom { words, _, prefix in
    names(words).tenants.filter { $0.hasPrefix(prefix) }.sorted()
  }

  static let customerNames = CompletionKind.custom { words, _, prefix in
    names(words).customers.filter { $0.hasPrefix(prefix) }.sorted()
  }

  private static func names(_ words: [String]) -> NamesFile.Names {
    let flag = words.firstIndex(of: "--profile").map { $0 + 1 }.flatMap { $0 < words.count ? words[$0] : nil }
    let settings = try? SettingsInForce(SettingFlags(profile: flag, values: [:]), environment: .process)
    return NamesFile(profile: settings?.profile?.name, .process)?.read() ?? NamesFile.Names()
  }
}
