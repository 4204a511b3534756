import Elements
import Settings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// New files for tickets, in the current folder and for their owner alone.
enum TicketFile {
  /// Tickets of the same second.
  private static let most = 99

  /// Writes `risktop-ticket-20261124T052107Z.txt`, with a number behind the time where there is one already.
  /// - Returns: the path.
  static func save(_ text: String, now: Timestamp) -> Result<String, SettingsError> {
    do throws(SettingsError) {
      let path = try freePath(now)
      try NewFile(path: path).write(text)
      return .success(path)
    } catch {
      return .failure(error)
    }
  }

  private static func freePath(_ now: Timestamp) throws(SettingsError) -> String {
    guard let folder = getcwd(nil, 0) else {
      throw SettingsError("the ticket can't be written: the current folder is gone")
    }
    defer { free(folder) }
    let stamp = now.iso8601.prefix(19).filter { $0 != "-" && $0 != ":" }
    for number in 1...most {
      let path = "\(String(cString: folder))/risktop-ticket-\(stamp)Z\(number == 1 ? "" : "-\(number)").txt"
      if access(path, F_OK) != 0 { return path }
    }
    throw SettingsError("the ticket can't be written: there are \(most) of this second already")
  }
}
