/// A text file of the user's own that a setting names.
public enum OwnText {
  /// - Parameter place: of the setting, for errors.
  public static func read(_ path: String, of place: String) throws(SettingsError) -> String {
    let file: OpenedFile?
    do throws(OpenedFile.Failure) {
      file = try OpenedFile(path: path)
    } catch {
      throw SettingsError("\(path) (\(place)) can't be read: \(error.cause)")
    }
    guard let file else { throw SettingsError("\(path) (\(place)) does not exist") }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw SettingsError("\(path) (\(place)) is not UTF-8")
    }
    return text
  }
}
