//! A playbook's id, company and role from the head of its file, without reading it as YAML.

use crate::domain::text;

/// What the list of playbooks shows of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub id: String,
    pub company: String,
    pub role: String,
}

impl Header {
    /// `None` where the three keys do not stand each on a line of its own, as plain text or in
    /// simple quotes; the whole file has to tell then.
    pub fn of(head: &str) -> Option<Self> {
        let mut lines = head.trim_start_matches('\u{feff}').lines();
        let mut values: [Option<String>; 3] = Default::default();
        while values.iter().any(Option::is_none) {
            let line = lines.next()?;
            let Some((key, value)) = line.split_once(':') else { continue };
            let Some(slot) = ["id", "company", "role"].iter().position(|known| *known == key) else {
                continue;
            };
            values[slot] = Some(plain(value)?);
        }
        // The last line may have been cut in the middle.
        lines.next()?;
        let [id, company, role] = values;
        Some(Self { id: id?, company: company?, role: role? })
    }

    /// Company and role made from an id, for a file that cannot tell.
    pub fn from_id(id: &str) -> Self {
        let (company, role) = id.split_once('/').unwrap_or(("", id));
        Self { id: id.to_owned(), company: company.to_owned(), role: role.to_owned() }
    }
}

fn plain(value: &str) -> Option<String> {
    if !value.starts_with(' ') {
        return None;
    }
    let value = value.trim();
    let quoted = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    let bare = quoted.unwrap_or(value);
    let misleading = bare.contains(['"', '\'', '\\', '#']) && (quoted.is_some() || bare.contains(" #"));
    let special = quoted.is_none()
        && (bare.contains(": ")
            || bare
                .starts_with(['[', '{', '&', '*', '!', '|', '>', '%', '@', '`', '"', '\'', '#', '-', '?']));
    (!bare.is_empty() && !misleading && !special).then(|| text::line(bare).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_heads_are_read_and_others_left_to_the_parser() {
        for (head, id) in [
            ("playbook: 1\nid: a/b\ncompany: \"A & B\"\nrole: 'Engineer'\nlevers: []\n", Some("a/b")),
            ("\u{feff}id: a/b\r\ncompany: A #1\r\nrole: R\r\nx\r\n", None),
            ("id: a/b\ncompany: A\nrole: Engin", None),
            ("id: a/b # why\ncompany: A\nrole: R\nx\n", None),
            ("id: a/b\ncompany: \"A \\e B\"\nrole: R\nx\n", None),
            ("id: >-\n  a/b\ncompany: A\nrole: R\nx\n", None),
            ("{\"id\": \"a/b\"}\n", None),
            ("", None),
        ] {
            assert_eq!(Header::of(head).map(|header| header.id).as_deref(), id, "{head:?}");
        }
    }
}
