import Settings

/// A failure that ends the program: what was tried, what happened, what to do.
public struct Complaint: Error, Hashable {
  public let status: ExitStatus
  /// One or more lines without a line break at the end. Foreign text in it has lost its own line breaks.
  public let text: String

  public init(status: ExitStatus, text: String) {
    self.status = status
    self.text = text
  }

  public init(_ error: SettingsError) {
    self.init(status: .configuration, text: error.text)
  }
}
