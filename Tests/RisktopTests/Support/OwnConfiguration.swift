import Foundation

/// A configuration file of a test's own.
struct OwnConfiguration: Sendable {
  /// `XDG_CONFIG_HOME`.
  let folder: URL

  var file: URL { folder.appendingPathComponent("risktop/config.toml") }
  var environment: [String: String] { ["XDG_CONFIG_HOME": folder.path] }

  /// Runs the program with this configuration and nothing else.
  func run(_ arguments: [String], _ environment: [String: String] = [:]) async throws -> Finished {
    try await Subprocess.run(
      Program.executable, arguments,
      environment: Program.plainEnvironment.merging(self.environment) { $1 }.merging(environment) { $1 })
  }

  func mode(of file: URL? = nil) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: (file ?? self.file).path)[.posixPermissions] as? Int
  }
}

/// - Parameter text: of the file; nil for none.
func withConfiguration(
  _ text: String?, mode: Int = 0o600, _ use: (OwnConfiguration) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rt-\(UUID().uuidString.prefix(8))")
  let configuration = OwnConfiguration(folder: folder)
  try FileManager.default.createDirectory(
    at: configuration.file.deletingLastPathComponent(), withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  if let text {
    try Data(text.utf8).write(to: configuration.file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: configuration.file.path)
  }
  try await use(configuration)
}

extension RunningSandbox {
  /// A file with one profile, which lists the first customer's tenant under other names.
  func configurationThatLists() throws -> String {
    let reference = try contoso.reference
    return """
      [profiles.a]
      \(profile())
      [[profiles.a.tenants]]
      customer_id = "\(reference.customerID)"
      customer = "My Contoso"
      tenant_id = "\(reference.tenantID)"
      tenant = "contoso.example"
      """
  }

  /// The settings of a profile that signs in to this sandbox.
  func profile(secret: String = "client_secret = \"sandbox-secret\"") -> String {
    """
    api_url = "http://127.0.0.1:\(port)"
    token_url = "http://127.0.0.1:\(port)/connect/token"
    client_id = "sandbox"
    \(secret)

    """
  }
}
