import TerminalUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the environment says about the terminal and its character set.
enum Environment {
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  static var terminalType: String {
    value("TERM") ?? ""
  }

  /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set, as POSIX ranks them.
  static var locale: String {
    value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? ""
  }
}

/// The C library's locale, which ncurses asks for the character set.
enum Locale {
  /// Takes the user's locale and gives what the terminal can show in it.
  ///
  /// Where the environment asks for UTF-8 in a locale that was never generated here, `C.UTF-8` serves instead.
  static func adopt() -> Glyphs {
    let wanted = Environment.locale.lowercased().filter { $0 != "-" }
    if setlocale(LC_ALL, "") == nil, wanted.contains("utf8") {
      if setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "en_US.UTF-8") }
    }
    let characterSet = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    return characterSet.uppercased() == "UTF-8" ? .unicode : .ascii
  }
}
