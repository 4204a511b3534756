import CommandLine
import Screens
import Settings

extension Keymap {
  /// The usual keys, with those that the settings change.
  init(_ settings: SettingsInForce) throws(Complaint) {
    let changes = settings.keys.sorted { $0.key < $1.key }.map { Change(command: $0.key, keys: $0.value) }
    do throws(KeymapError) {
      try self.init(changing: changes)
    } catch {
      let path = settings.file?.path ?? "the configuration"
      throw Complaint(status: .configuration, text: "\(path), keys: \(error.sentence)")
    }
  }
}
