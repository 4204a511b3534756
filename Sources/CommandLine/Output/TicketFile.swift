import Elements
import ViewModels

/// New files for tickets, by the rules of exports: for their owner alone, and never in place of another.
public enum TicketFile {
  /// Writes `risktop-ticket-20261124T052107Z.txt`, with a number behind the time where there is one already.
  /// - Returns: its name, and the folder unless that is the current one.
  public static func save(_ text: String, in folder: String, now: Timestamp) throws(ExportFailure) -> String {
    let file = try ExportFile(in: folder, stem: "risktop-ticket-\(now.compact)", suffix: ".txt")
    try file.write(Array(text.utf8)[...])
    return try file.finishInFolder(.whole)
  }
}
