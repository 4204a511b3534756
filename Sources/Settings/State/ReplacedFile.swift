#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file for its owner alone, which is written whole or left as it was.
struct ReplacedFile {
  let path: String

  func write(_ text: String) throws(SettingsError) {
    let new = "\(path).\(getpid())"
    unlink(new)
    try NewFile(path: new).write(text)
    guard rename(new, path) == 0 else {
      let cause = String(cString: strerror(errno))
      unlink(new)
      throw SettingsError("\(path) can't be written: \(cause)")
    }
  }
}
