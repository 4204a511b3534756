extension Setting {
  /// What it is for, in a sentence without a full stop: for the manual.
  public var meaning: String { Self.meanings[name] ?? "" }

  private static let meanings: [String: String] = [
    "environment": "the vendor's cloud: commercial (default), government, aos2 or fedramp",
    "api_url": "the API's address instead of the environment's; with token_url",
    "token_url": "the token endpoint instead of the environment's; with api_url",
    "client_id": "the app registration's id",
    "client_secret": "its secret; never a flag, and refused in a file that others can read",
    "client_secret_command": "a command whose first line of output is the secret; it has the terminal",
    "certificate": "a certificate (.pfx or PEM) to sign in with, instead of a secret",
    "certificate_key": "its private key (PEM), if it is in another file",
    "certificate_passphrase_command":
      "a command that writes the certificate's passphrase, which is asked for otherwise",
    "scopes": "the permissions to ask for",
    "ca_file": "certificates (PEM) to trust in addition to the system's",
    "log_file": "a log of requests and answers, without secrets",
    "time_zone": "utc (default) or local: how times are shown at first",
    "mouse": "true: clicks and the wheel reach the dashboard",
    "export_folder": "where the dashboard writes exports and tickets; the current folder where it is not set",
    "networks_file":
      "networks with labels, a line each: cidr,kind,name; kinds are office, vpn, relay, mobile, hosting, known",
    "favourites": "names or ids of tenants that have a star, besides those starred in the dashboard",
    "clipboard_command": "a program and its arguments, given the text that is copied, in place of the terminal",
    "ticket_template": "a file with the layout of a ticket, in place of the usual one",
    "ticket_format": "text (default) or markdown: how a ticket's text is written",
    "ticket_command": "a program and its arguments, given the text of a ticket",
    "limits.requests": "requests under way at once (6)",
    "limits.requests_per_tenant": "requests under way about one tenant (2)",
    "limits.rows": "sign-ins that the dashboard keeps, over all tenants (2,000,000)",
    "limits.look_back_calls": "calls a minute that looking further back makes at most (60)",
    "limits.tries": "tries of a call that meets a server error or a broken connection (3)",
    "limits.throttle_deadline": "seconds for which a call meets 429 before it gives up (60)",
    "limits.connect_timeout": "seconds for a connection (10)",
    "limits.idle_timeout": "seconds of silence in an answer (30)",
    "limits.answer_timeout": "seconds for a whole answer (60)",
    "thresholds.risky_actions": "from how many risky actions a tenant stands out (1)",
  ]
}
