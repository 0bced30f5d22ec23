//! Identifiers from names.

use std::collections::BTreeSet;

/// Lower-case ASCII letters and digits with single dashes: `Hugging Face` is `hugging-face`.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(folded) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// A slug that is not taken yet.
pub fn fresh(name: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = match slug(name) {
        slug if slug.is_empty() => "lever".to_owned(),
        slug => slug,
    };
    let mut candidates = std::iter::once(stem.clone()).chain((2_u32..10_000).map(|n| format!("{stem}-{n}")));
    let free = candidates.find(|name| !taken.contains(name)).unwrap_or(stem);
    taken.insert(free.clone());
    free
}

/// A Latin letter without its mark.
fn folded(c: char) -> impl Iterator<Item = char> {
    let plain: &str = match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' | 'Å' => "a",
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => "e",
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Î' => "i",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'Ó' | 'Ö' | 'Ø' => "o",
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ü' => "u",
        'ç' | 'Ç' => "c",
        'ñ' | 'Ñ' => "n",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        '’' => "'",
        _ => return [Some(c), None].into_iter().flatten(),
    };
    let mut chars = plain.chars();
    [chars.next(), chars.next()].into_iter().flatten()
}
