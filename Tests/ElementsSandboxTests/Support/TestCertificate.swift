/// Certificates that were made for these tests and open nothing else.
enum TestCertificate {
  /// Of a key of 2,048 bits.
  static let certificate = pem("CERTIFICATE", certificateBody)
  /// The key that belongs to it.
  static let key = pem("PRIVATE KEY", keyBody)
  /// Its SHA-1, as OpenSSL says.
  static let sha1: [UInt8] = [
    0x5C, 0xB1, 0x48, 0x49, 0x57, 0x67, 0x6D, 0x70, 0x33, 0x31, 0x52, 0x22, 0x3B, 0x12, 0x1B, 0xF2, 0x91, 0xC3, 0x36,
    0xE5,
  ]
  /// Of a key of 1,024 bits.
  static let weakCertificate = pem("CERTIFICATE", weakBody)
  /// A key that belongs to none of them.
  static let otherKey = pem("PRIVATE KEY", otherKeyBody)

  private static func pem(_ label: String, _ body: String) -> String {
    "-----BEGIN \(label)-----\n\(body)\n-----END \(label)-----\n"
  }

  private static let certificateBody = """
    MIIDETCCAfmgAwIBAgIUWL4nNfYx9gIFxkKI7tPfJJHaWaswDQYJKoZIhvcNAQEL
    BQAwFzEVMBMGA1UEAwwMcmlza3RvcCB0ZXN0MCAXDTI2MTEyMTE3MjMzMloYDzIx
    MjYxMDI4MTcyMzMyWjAXMRUwEwYDVQQDDAxyaXNrdG9wIHRlc3QwggEiMA0GCSqG
    SIb3DQEBAQUAA4IBDwAwggEKAoIBAQCuP9zwfSxO+ZPIyl/i11wzj8FH6c4XZAvK
    bECAC01SI6LqPcshch/PgoSRafbT1b/zSuxPFNSZ105gV3RHPttbSilMaBTTI0MB
    4F874HHoBfKjfqdnTwtgB0XlUfr39IHOoJSn29HVi26T4GqcAg4ji8/YNTlKQvYh
    K6CEKEcAkY88jfrg2bzO4IBmbgXSOXTZZt5aeMLXCn7gq1M7OV8bl+27kYZts9zI
    E6pEGk3erfpR6TMK+xsKh3tLagmXgH2BoACOjOK2RnXmpJ/CR6y0HtWsoyWw2hT7
    +P4xZPPnMWawEj0FrEdnt+51oRRA007H5AyK2avHEqZR9K+dY3T/AgMBAAGjUzBR
    MB0GA1UdDgQWBBREUhSNKYmpxQG2CMYJ/cLeU23unDAfBgNVHSMEGDAWgBREUhSN
    KYmpxQG2CMYJ/cLeU23unDAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUA
    A4IBAQB3AvqjADp2yw2G+wqigUlebOep+TO2efJ+LNODYy5JVcpnzkOccFSnEs+C
    ENlXf5Zqt9KC+QM1MSDeWcafwgzGDG9gKCAgJeuRoIzPFpiRnB/HwQ3FUyBtv0gS
    gJdyhltaXxre/Z+KbdnW2to3YUoZZIAb1vhMdhNVPz5+Dwh6ScdgLISPpSpK9ViR
    7x6otqCKWGTWLLWJmDuK5eOmjaCJ4+WHlLoIwXmn17LxDbULXgK3MlmynP/2NMd5
    zoPiqvMxWcWwDsFUp6StcZvLgDfBLLrj+5F9wy9OoVRW+Wdb1OAZMiGEUDcYjYf5
    Fo3LnKT3KuvluncaJE/EbM/zrlt+
    """

  private static let keyBody = """
    MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQCuP9zwfSxO+ZPI
    yl/i11wzj8FH6c4XZAvKbECAC01SI6LqPcshch/PgoSRafbT1b/zSuxPFNSZ105g
    V3RHPttbSilMaBTTI0MB4F874HHoBfKjfqdnTwtgB0XlUfr39IHOoJSn29HVi26T
    4GqcAg4ji8/YNTlKQvYhK6CEKEcAkY88jfrg2bzO4IBmbgXSOXTZZt5aeMLXCn7g
    q1M7OV8bl+27kYZts9zIE6pEGk3erfpR6TMK+xsKh3tLagmXgH2BoACOjOK2RnXm
    pJ/CR6y0HtWsoyWw2hT7+P4xZPPnMWawEj0FrEdnt+51oRRA007H5AyK2avHEqZR
    9K+dY3T/AgMBAAECggEAC78eY8/sZr6IaebKo/4kpw0v2Gs4i3chHFpD1t3sLndc
    ijH0OaL55gFEcpEUJJ+qOvp4B7S9yEktbW03132zR+ot8oqprLoZ0EyR3vV4eE2+
    V6s4GczIVYbn/VeTdZe0EHveyZoWATFPGQTt6upwjZDlSAv+erUc5ouMXJxifPU2
    mHmLbhRXJvAx3TGCB2FAmdW1ubS4XgU5Br3yCLv5LxH03Y+LcHN890RN7nOAR4BL
    rhQ5vbYeo/GHe2hNUSrW/DAEascFffjXLHkUT6H3NUM4Y2G13LXQio10irDDplkv
    NJQNlkdAO5eNUWZQeUQZOdB6R6pzhWDxvY8/QXeJMQKBgQDYpxUvBoQTkk+k+Aqn
    W0LCe1bE8o3RCto8wzzXpfQmCNEYJJtwdekcpm8tRm8XHNZYJqNrn+23rZTF6/we
    cnrMKpZVppDMyF/HCEG6Oajj7NOaoR2cegWTr4g0V6cIbighWpwxhwke3ysMpPhY
    Z8NwMYXvhbBGrToBMOe6Z93mCwKBgQDN5U/G5DLSpqSDCv3HaMA60oOM+02tnJTn
    1sxsmA0jHBkA9dnd4K0d16GjMM8Y6l7O4XTXLsw84lO9x0dmtq+xoM0jYqDdbvuX
    uwZ8um/M4RzHd99k6pfwLwE9RKHa1gwT+ofh3wJGJvvZ/s3xEMWOR+12mC7ji9rI
    NuWCFuGJXQKBgBkCKGrWOLa9o93qF+i7mxgx/pEbYo1n0EtFSiema2lciS5dQ2gW
    5EK/X4P9ZmNnm8JvK1wICPuz2MGD/QVSt6QLonDemkZZNt0VseiaMUmmE8L8qBtg
    5nXmxDUujQRnGtDG0dLRwJbEsgZyoIwr5h50SP6eEvwFkPWEPKuCw9WDAoGBAIrG
    7h+jvjHHyojdBrK6gx7it3J2DCRhrugZGo5zah9pF91S2Hc5sdW0eqkxA9XKWv7c
    bdGAJH9BGaqHwDOWHRP/y2T3XHAEFyZtE/FMBIE2lhxIStWNXb2xIQe309RZg6iP
    q7jthG3eZtDHcu3yHQZKqt7NsoUCxgM/JTCq1XetAoGBAM2tp3Nf+uHHF3dV24Q5
    qe61PLUUGqzIA8+kGcld9SxLXU3VzZ3+jflkKo48Q+Hbddy0DQdRsabwuFtcmI/R
    7v+tmI3spvt+hsFkzppTCm3YbbvDNizslk0JggWUNZxmdsOboe/WoVRp54SsqIR7
    7N+VViFT4CigHi4E8ud+Zist
    """

  private static let weakBody = """
    MIIB/jCCAWegAwIBAgIUPLfsMDfii2/NMNVSMZRTO+ytAaswDQYJKoZIhvcNAQEL
    BQAwEDEOMAwGA1UEAwwFc21hbGwwIBcNMjYxMTIxMTcyMzMyWhgPMjEyNjEwMjgx
    NzIzMzJaMBAxDjAMBgNVBAMMBXNtYWxsMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCB
    iQKBgQDeWtEwJj7V+eVTsCof3NeyP4Q037/+kRdCHo587szyLagKBO1pOcUuMjvl
    GVI+zTYySFWAhWtOfbxffTxQTNf2oK3C/n5YgkocfYfAyU5tt/We8nwnh7pGQKI+
    Q4mdMWewFimV5GgksVynfiLkgjGcGKanqywPaqiB9z4qGqwCnwIDAQABo1MwUTAd
    BgNVHQ4EFgQUm6qklbOJNX9TTIcEWCFisXL+/kswHwYDVR0jBBgwFoAUm6qklbOJ
    NX9TTIcEWCFisXL+/kswDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOB
    gQCsqCp88l+DBeeA9m2R6qdpcdmQtUGFPYRevWloX/cQl2CFayv+tpBWXiCYP87E
    VB6DXg58L+2TSZeRJOScMGm4iUvOR8iM4FIJcw7KUd9CY9vnx127PG8Du0vj6e8G
    QZT7VoiIXl/fwSAIjPBngOCJk04Fein7n8EqO/wJTzwIVw==
    """

  private static let otherKeyBody = """
    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCfjGZ5dlv7xEGM
    FNrbOIYtbATaSg2JRzvdn4DJX36r0Um46F9Han2SN3/9tfja9vmzsILtWJvYyP1f
    dkHmBbzu4mLgeXc/fW6X9ROE/uBG3V23x4xmXqb3xDWryR+vkCujitXbgUYO/WWH
    3MkGZUt7pn7sXP6PMHKA8c9pIU1rDLxwZ/b8Fm3xz5rX3WQYo/EDa+pG0jS4yAE+
    9ZQsgF2GfWRe71ekc8YPZOpHyebxxuv9j4ywMCtpSzEDor2q/+kkSpFxq+9h4xqV
    DBRDUZTWkT9vSTdfsfayZv6ko56Qz+xOug1fuBxUNjbZwLCiRigYrm8ErTEuejCA
    z+7Hj2zXAgMBAAECggEACFx4wFPKFUMfNkKfh46KRZYcGP55gCC6C+7Ado0pG8L/
    jI+s8parlv6OmBKxxHPd+SM+cUbMAAvkb1zIrk/Nq200xlPHQo4FvjPrPnSG91/B
    ehCclH7QXDqtn1+OaApzpwHvHC5FqCJycDDLXijv0D6U9zkWZBWjYouJlZZXsszm
    RN1V6ddir82AMOe3Bg3nbaJhGixApDkD5xWE7EfgRB+ENmKqptAUEVu/UpRNorh6
    YrTVKOuJNlM1027m/p0nn8/+S1z2FAfF3lwSySS5j54P8u9ZMmocwQUbXrMUWX7G
    pJFGsNVxAGqL4XEloh2ypKfMzJM7V1gLLSvIOFiEiQKBgQDgV5kkv/B8bAWANWqv
    WVgKAB8X+zWt1WO2CaJtSkUHTUjg+h9O6ha8+jA3Yj6ilQqc/jRqD9n46VQWQZ/4
    6i5Wo/FvVb4WIEl4JbYsJ/m9aQ5vCB5oowWtQRwmkWq6+OxMv6wY0uYi6pQa7drX
    qN6DdE8cvlTV0/Ctptink7f92QKBgQC2EB3PgEptdwRbFFlLQZgLRc1YH8G8L0Jx
    vKdqlDSphP0uZAn8BVTO1hYM4G3FdbwKL3Qwnt5eMHn7Ss7SNMBDAl7dW9OBAQ+/
    RWmS5NrwL6KsjO+KSq6CrX3yqYgLZBN3W3r8G4NP2YxSaNIzhJ3jJycypI7/0MzH
    q8r5OfkiLwKBgGoz7fLAzqcIOD5uizfBkvUBA7dFnC7T8yUtQHB+lVkUlCi1H/cq
    yGLkCcleQAqVhfW2PbfsEyNLyhvTK1kZ+5/WcqhjLd6poD45lBkpP4gUYNndPRAK
    BNj1Fs+HTcB/sNXQczc5N+tVo5FwAobPka8nc4BG9kBX2ftLHguO2a5ZAoGBAIDq
    rJEv4IPekMEFia0WR1lEFgFei0p7lGsBEPMQ+rFGsBhXUhKYm9LSGU8I4/G8SmhT
    7cw30nGTlexwrj5+h91rIk1QJlXksIfZ2MXhM3573I6eRUgBVczGmLZpgSG/vWD4
    7/7wZGz4OLpp6t37++jK4qCjkXZnHXoNlW4gtN6VAoGAX8x8U0jnITUtBtgFFhNL
    xt8exgT4Dru+/Psirk0lha9Kr05RWGWChx65V623PQQGsqg/9ZAROptnxHFDYCh5
    zTxscOl/vD8mWHuPSoFXu6dTaCNsDDGNn3aLOrzSGXI5GOL4hBu0AO0JLKWO+b94
    TlImCF6QZdE4FX8X/i71S3k=
    """
}
