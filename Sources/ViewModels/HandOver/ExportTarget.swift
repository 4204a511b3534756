import Elements

/// Where exports go. What it does runs away from the main actor.
public struct ExportTarget: Sendable {
  /// Begins an export, of which nothing can be seen before it is finished.
  public let begin: @Sendable (ExportName, ExportFormat) async throws(ExportFailure) -> ExportSink

  public init(begin: @escaping @Sendable (ExportName, ExportFormat) async throws(ExportFailure) -> ExportSink) {
    self.begin = begin
  }

  /// For a dashboard that has nowhere to write.
  public static let none = ExportTarget { _, _ throws(ExportFailure) in
    throw ExportFailure(path: "an export", cause: "there is no folder for it")
  }
}

/// An export that has begun. Its calls come one after the other.
public struct ExportSink: Sendable {
  public let write: @Sendable ([ExportedSignIn]) async throws(ExportFailure) -> Void
  /// Makes what was written appear, and says where: its name, and the folder unless that is the current one. After an
  /// error nothing is left of it.
  public let finish: @Sendable (ExportExtent) async throws(ExportFailure) -> String
  /// Leaves nothing of it.
  public let discard: @Sendable () async -> Void

  public init(
    write: @escaping @Sendable ([ExportedSignIn]) async throws(ExportFailure) -> Void,
    finish: @escaping @Sendable (ExportExtent) async throws(ExportFailure) -> String,
    discard: @escaping @Sendable () async -> Void
  ) {
    self.write = write
    self.finish = finish
    self.discard = discard
  }
}

/// A sign-in and whose it is.
public struct ExportedSignIn: Hashable, Sendable {
  public let signIn: SignIn
  public let tenant: TenantIdentity

  public init(signIn: SignIn, tenant: TenantIdentity) {
    self.signIn = signIn
    self.tenant = tenant
  }
}

/// What an export is called after.
public struct ExportName: Hashable, Sendable {
  /// The tenant, as foreign text; nil for sign-ins of all tenants.
  public let subject: String?
  /// When it was begun.
  public let time: Timestamp

  public init(subject: String?, time: Timestamp) {
    self.subject = subject
    self.time = time
  }
}

/// Whether an export holds all that was asked for.
public enum ExportExtent: Hashable, Sendable {
  case whole
  case partial
}

/// A file that can't be written.
public struct ExportFailure: Error, Hashable, Sendable {
  public let path: String
  /// In the system's words.
  public let cause: String

  public init(path: String, cause: String) {
    self.path = path
    self.cause = cause
  }

  public var sentence: String { "\(cause) (\(path))" }
}
