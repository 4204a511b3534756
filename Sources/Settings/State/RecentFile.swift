import Elements

/// The file of the tenants that were opened last, for its owner alone: a line each, the customer's and the tenant's id
/// with a tab between, the last one first.
public struct RecentFile: Sendable {
  public static let most = 20

  public let path: String

  /// Nil where there is no home to keep it in.
  public init?(_ environment: EnvironmentVariables) {
    guard let folder = StateFolder.path(environment) else { return nil }
    path = folder + "/recent"
  }

  /// None where the file can't be read.
  public func read() -> [TenantReference] {
    guard let file = try? OpenedFile(path: path), let text = String(validating: file.bytes, as: UTF8.self) else {
      return []
    }
    return text.split(separator: "\n").compactMap { line in
      let ids = line.split(separator: "\t").map(String.init)
      return ids.count == 2 ? TenantReference(customerID: ids[0], tenantID: ids[1]) : nil
    }
  }

  /// Puts a tenant first, whatever other processes have written.
  public func note(_ tenant: TenantReference) throws(SettingsError) {
    try NewFile(path: path).makeFolders()
    let lock = try LockFile(path: path + ".lock")
    defer { lock.unlock() }
    let tenants = ([tenant] + read().filter { $0 != tenant }).prefix(Self.most)
    let lines = tenants.map { "\($0.customerID)\t\($0.tenantID)\n" }
    try NewFile(path: path).replace(by: Array(lines.joined().utf8))
  }
}
