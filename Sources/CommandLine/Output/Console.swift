import SafeText
import Settings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard error as commands use it: lines for people, and on a terminal one line of progress below them.
public final class Console {
  /// Something was left out of what was written.
  public private(set) var hasShortfall = false
  /// Cells of the line of progress that is shown.
  private var shown = 0
  /// Nil where there is no terminal to show progress on.
  private let columns: Int?
  private let repertoire: Repertoire
  private let write: (String) -> Void
  private let isMuted: () -> Bool

  /// - Parameter isMuted: whether to stay silent from now on.
  init(
    columns: Int?, repertoire: Repertoire, isMuted: @escaping () -> Bool = { false }, write: @escaping (String) -> Void
  ) {
    self.columns = columns
    self.repertoire = repertoire
    self.isMuted = isMuted
    self.write = write
  }

  public static func standardError(isMuted: @escaping () -> Bool = { false }) -> Console {
    let columns = isatty(STDERR_FILENO) == 1 ? TerminalWidth.columns(of: STDERR_FILENO) ?? 80 : nil
    return Console(columns: columns, repertoire: .ofLocale(.process), isMuted: isMuted, write: StandardError.write)
  }

  /// Says something that is not a failure, in one line without control characters.
  public func note(_ text: String) {
    hideProgress()
    guard !isMuted() else { return }
    write("risktop: \(sanitized(text, repertoire: repertoire))\n")
  }

  /// Says why the program ends, in as many lines as that takes.
  public func say(_ complaint: Complaint) {
    for line in complaint.text.split(separator: "\n", omittingEmptySubsequences: false) { note(String(line)) }
  }

  /// Says what is missing from what was written.
  public func warn(_ text: String) {
    hasShortfall = true
    note(text)
  }

  /// Puts this in place of the progress that is shown.
  public func show(progress: String) {
    guard let columns, columns > 1, !isMuted() else { return }
    let text = fitted("risktop: \(progress)", to: columns - 1, repertoire: repertoire).map(\.text).joined()
    write("\r\(text)")
    shown = columns - 1
  }

  /// Removes the progress from the screen.
  public func hideProgress() {
    guard shown > 0 else { return }
    write("\r\(String(repeating: " ", count: shown))\r")
    shown = 0
  }
}

extension Repertoire {
  /// What the environment's locale can show; the first that is set counts, as POSIX ranks them.
  static func ofLocale(_ settings: EnvironmentVariables) -> Repertoire {
    let locale = settings["LC_ALL"] ?? settings["LC_CTYPE"] ?? settings["LANG"] ?? ""
    return locale.lowercased().filter { $0 != "-" }.contains("utf8") ? .unicode : .ascii
  }
}

extension Console {
  /// Says why a command ended before its time, if there is anything to say.
  public func report(_ ending: Ending) -> ExitStatus {
    switch ending {
    case .outputClosed: return .done
    case .complaint(let complaint):
      say(complaint)
      return complaint.status
    }
  }
}
