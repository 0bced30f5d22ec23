//! The words a guide puts into its reader's mouth, apart from what it says about them.

/// A text taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parted {
    /// Between quotation marks; empty if nothing is.
    pub spoken: String,
    /// Everything else.
    pub rest: String,
}

const OPENING: [char; 2] = ['"', '“'];
const CLOSING: [char; 2] = ['"', '”'];

/// A lever's part: the speech runs from the first quotation mark to the last one. Short words in
/// quotation marks are a name, not a speech.
pub fn lever(text: &str, is_quoted: bool) -> Parted {
    let (first, last) = (text.find(OPENING), text.rfind(CLOSING));
    if let (Some(first), Some(last)) = (first, last)
        && first < last
        && text[first..last].chars().count() > 40
    {
        let (from, to) = (after(text, first), last);
        let rest = format!("{} {}", &text[..first], &text[after(text, last)..]);
        return Parted { spoken: text[from..to].trim().to_owned(), rest: tidy(&rest) };
    }
    if is_quoted {
        return Parted { spoken: text.trim_matches(['"', '“', '”']).to_owned(), rest: String::new() };
    }
    Parted { spoken: String::new(), rest: tidy(text) }
}

/// The strategy: a speech only where it begins with one; it ends at the first mark that closes a
/// sentence, and the rest is advice.
pub fn strategy(text: &str) -> Parted {
    let bare = text.trim_start_matches(['*', ' ']);
    if !bare.starts_with(OPENING) {
        return Parted { spoken: String::new(), rest: tidy(text) };
    }
    let from = after(bare, 0);
    let closes = |at: usize| {
        let before = bare[..at].trim_end_matches('*');
        let is_end = before.ends_with(['.', '?', '!']);
        let follows = bare[after(bare, at)..].trim_start_matches(['*', ')']);
        is_end && (follows.is_empty() || follows.starts_with(char::is_whitespace))
    };
    let mut marks =
        bare.char_indices().filter(|(at, c)| *at >= from && CLOSING.contains(c)).map(|(at, _)| at);
    let end = marks.find(|at| closes(*at)).unwrap_or(bare.len());
    let rest = bare.get(end..).map_or("", |rest| rest.trim_start_matches(CLOSING));
    Parted { spoken: bare[from..end].trim().to_owned(), rest: tidy(rest) }
}

fn after(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

fn tidy(text: &str) -> String {
    let bare = text.replace('*', "");
    let bare = bare.trim().trim_end_matches("Negotiation language:").trim();
    let joined = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    match joined.strip_suffix(':') {
        Some(sentence) => format!("{sentence}."),
        None => joined,
    }
}
