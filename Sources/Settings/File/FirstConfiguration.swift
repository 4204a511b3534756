/// The text of a first configuration file, with every setting explained.
public struct FirstConfiguration {
  public let text: String

  public init(_ answers: FirstAnswers) {
    text = """
      # risktop's configuration. Flags and environment variables override it.
      # `risktop config` prints what is in force, `risktop doctor` tests it.
      # Keep this file readable by you only (mode 600) while it holds a secret.

      # The profile that is used unless --profile or RISKTOP_PROFILE names another.
      profile = \(answers.profile.tomlQuoted)

      # Settings above the profiles are defaults for all profiles.
      # time_zone = "local"          # or "utc": how times are shown at first
      # log_file = "~/risktop.log"   # requests and answers, without secrets

      [profiles.\(answers.profile)]
      # commercial, government, aos2 or fedramp; or your own addresses (set both):
      environment = \(answers.environment.tomlQuoted)
      # api_url = "https://graph.example.com"
      # token_url = "https://identity.example.com/connect/token"

      # The app registration (Elements > API app registration), with the permissions
      # elements.customers.read.all and elements.um.user.read.all.
      client_id = \(answers.clientID.tomlQuoted)

      # How it signs in: with a secret, a secret that a command prints, or a certificate.
      \(Self.secretLines(answers))
      \(Self.certificateLines(answers))
      # certificate_passphrase_command = "pass show risktop/certificate"

      # scopes = ["elements.customers.read.all", "elements.um.user.read.all"]
      # ca_file = "/etc/ssl/own-ca.pem"   # certificates to trust besides the system's

      # mouse = true                # clicks and the wheel; the terminal's own selection then needs Shift

      # export_folder = "~/exports"  # where the dashboard writes exports and tickets, instead of the current folder

      # Networks that signals know, a line each: cidr,kind,name (office, vpn, relay, mobile, hosting, known).
      # networks_file = "~/.config/risktop/networks.csv"

      # Names or ids of tenants that have a star in the list of tenants.
      # favourites = ["contoso.onmicrosoft.com"]

      # Handing findings over: programs are run without a shell and get the text on standard input.
      # clipboard_command = ["wl-copy"]           # for y and Y, in place of the terminal's clipboard
      # ticket_command = ["mail", "-s", "Sign-in", "desk@example.com"]  # for Y
      # ticket_template = "~/ticket.txt"          # fields in braces, as docs/REFERENCE.md lists them
      # ticket_format = "markdown"                # or "text"

      # If the registration may not list customers: the tenants that it may read.
      # [[profiles.\(answers.profile).tenants]]
      # customer_id = "00000000-0000-0000-0000-000000000000"
      # customer = "Contoso Ltd"
      # tenant_id = "00000000-0000-0000-0000-000000000000"
      # tenant = "contoso.onmicrosoft.com"

      # What is to be known about single tenants, by name or id. In the filter: group:gold
      # [[profiles.\(answers.profile).tenant_settings]]
      # tenant = "contoso.onmicrosoft.com"
      # alias = "Contoso, Rotterdam" # shown in place of its name
      # groups = ["gold"]
      # hidden = false              # true keeps it out of the list
      # risky_actions = 5           # in place of the threshold below

      # [profiles.\(answers.profile).limits]
      # requests = 6                # requests at the same time
      # requests_per_tenant = 2     # of these, for one tenant
      # rows = 2000000             # sign-ins that the dashboard keeps in memory
      # look_back_calls = 60        # calls a minute for looking further back
      # tries = 3                   # of a call after a server error or a broken connection
      # throttle_deadline = 60      # seconds of 429 answers before a call gives up
      # connect_timeout = 10        # seconds for name, connection and TLS
      # idle_timeout = 30           # seconds without a byte of an answer
      # answer_timeout = 60         # seconds for a whole answer

      # [profiles.\(answers.profile).thresholds]
      # risky_actions = 1           # risky actions that mark a tenant as risky

      # Other keys for commands, by the names that docs/REFERENCE.md lists.
      # [profiles.\(answers.profile).keys]
      # risky-only = "x"
      # refresh = ["r", "F5"]

      """
  }

  private static func secretLines(_ answers: FirstAnswers) -> String {
    let command = #"client_secret_command = "pass show risktop/\#(answers.profile)""#
    if answers.secret.isEmpty { return "# client_secret = \"…\"\n# \(command)" }
    return "client_secret = \(answers.secret.tomlQuoted)\n# \(command)"
  }

  private static func certificateLines(_ answers: FirstAnswers) -> String {
    let certificate = answers.certificate.map { "certificate = \($0.tomlQuoted)" }
    return (certificate ?? #"# certificate = "~/risktop.pfx"        # or PEM; with its key in it, or in:"#)
      + "\n" + #"# certificate_key = "~/risktop.key""#
  }
}

extension String {
  /// As a basic string of TOML 1.0.
  fileprivate var tomlQuoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
