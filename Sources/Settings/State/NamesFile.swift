import Elements
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The names of tenants and customers that the server listed last, from which a shell completes them. For its owner
/// alone.
public struct NamesFile: Sendable {
  public let path: String

  public struct Names: Hashable, Sendable {
    public var tenants: Set<String> = []
    public var customers: Set<String> = []

    public init() {}
  }

  /// Nil where there is no home to keep it in.
  /// - Parameter profile: each has its own; nil where none is used.
  public init?(profile: String?, _ environment: EnvironmentVariables) {
    guard let folder = StateFolder.path(environment) else { return nil }
    let name = profile.map { "-" + String($0.map { $0.isLetter || $0.isNumber ? $0 : "_" }) } ?? ""
    path = folder + "/names" + name
  }

  /// Empty where the file can't be read.
  public func read() -> Names {
    var names = Names()
    guard let file = try? OpenedFile(path: path), let text = String(validating: file.bytes, as: UTF8.self) else {
      return names
    }
    for line in text.split(separator: "\n") {
      if line.hasPrefix("tenant ") { names.tenants.insert(String(line.dropFirst("tenant ".count))) }
      if line.hasPrefix("customer ") { names.customers.insert(String(line.dropFirst("customer ".count))) }
    }
    return names
  }

  func write(_ names: Names) throws(SettingsError) {
    let lines = names.tenants.sorted().map { "tenant \($0)\n" } + names.customers.sorted().map { "customer \($0)\n" }
    try NewFile(path: path).replace(by: Array(lines.joined().utf8))
  }
}

extension NamesFile.Names {
  /// Keeps names that a shell takes as one word: it may not put quotes around them.
  init(_ customers: some Sequence<Customer>) {
    for customer in customers {
      if customer.organization.isShellWord { self.customers.insert(customer.organization) }
      for tenant in customer.tenants where tenant.name.isShellWord { tenants.insert(tenant.name) }
    }
  }
}

extension String {
  fileprivate var isShellWord: Bool {
    !isEmpty && first != "-"
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || ".-_@+".unicodeScalars.contains(scalar)
      }
  }
}

/// The customers of a reading that is under way, whose names are kept once all have come.
private final class ListedNames: Sendable {
  private let file: NamesFile
  /// By page.
  private let pages = Mutex<[Int: [Customer]]>([:])

  init(_ file: NamesFile) {
    self.file = file
  }

  func note(_ page: Page<Customer>) {
    let all: [Customer]? = pages.withLock { pages in
      pages[page.index] = page.items
      let count = pages.values.reduce(0) { $0 + $1.count }
      guard let total = page.totalCount, count >= total else { return nil }
      defer { pages = [:] }
      return pages.values.flatMap(\.self)
    }
    guard let names = all.map({ NamesFile.Names($0) }), names != file.read() else { return }
    // Without the file a shell completes nothing; that is no reason to fail.
    try? file.write(names)
  }
}

extension ElementsClient {
  /// The same client; once all customers were read, their names are kept in a file.
  public func keepingNames(in file: NamesFile?) -> ElementsClient {
    guard let file else { return self }
    let (names, read) = (ListedNames(file), customers)
    var client = self
    client.customers = { request, priority throws(ElementsError) in
      let page = try await read(request, priority)
      names.note(page)
      return page
    }
    return client
  }
}
