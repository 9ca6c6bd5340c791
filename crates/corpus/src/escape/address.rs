//! Which addresses may stand in a link or a reference.
//!
//! Invariant: what is given back has a scheme that a browser asks a server by,
//! never one that runs or opens something (`javascript:`, `data:`, `file:`).

/// The address, when it is one of the web: `http` or `https`, a host, and no
/// character that an address has only in its encoded form (RFC 3986, section
/// 2). Nothing is mended: what is not an address is not guessed at.
pub fn web_address(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let known = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let barred = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c);
    (known && host.contains(char::is_alphanumeric) && !rest.contains(barred)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::web_address;

    #[test]
    fn an_address_is_one_of_the_web_or_none() {
        for good in [
            "https://example.org",
            "http://example.org/a?b=c#d",
            "HTTPS://Example.org/",
            "https://[::1]:8080/",
            "https://127.0.0.1/a(b)_c~%7B",
            "https://пример.рф/новости",
            "http://localhost:8080/#/read/a",
            "https://user@example.org/",
        ] {
            assert_eq!(web_address(good), Some(good));
        }
        for bad in [
            "",
            "example.org",
            "javascript:alert(1)",
            "javascript://example.org/%0Aalert(1)",
            "data:text/html,<p>",
            "file:///etc/passwd",
            "ftp://example.org/",
            "//example.org/",
            "https:example.org",
            "https://",
            "https:///a",
            "http://:80/",
            "http://?a",
            " https://example.org",
            "https://example.org/a b",
            "https://example.org/\n",
            "https://example.org/\"onload=x",
            "https://example.org/<b>",
            "https://example.org/{a}",
            "https://example.org\\@evil.example/",
        ] {
            assert_eq!(web_address(bad), None, "{bad}");
        }
    }
}
