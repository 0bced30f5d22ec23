use super::{import, refused};

/// A guide with a title and one lever.
fn titled(title: &str) -> String {
    format!(
        "{title}\n\n**Global Levers**\n\n1. **Depth:** \"I know the field well enough to start at once.\"\n"
    )
}

#[test]
fn role_and_company_come_from_many_forms() {
    for (title, role, company) in [
        ("### Data Engineer | Acme Global Negotiation Guide", "Data Engineer", "Acme"),
        ("# Data Engineer — Acme Salary Negotiation Guide", "Data Engineer", "Acme"),
        ("# Data Engineer - Acme", "Data Engineer", "Acme"),
        ("**Data Engineer | Acme Negotiation Guide**", "Data Engineer", "Acme"),
        ("# THE BANNER\n\n## Data Engineer | Acme Negotiation Playbook (2026)", "Data Engineer", "Acme"),
        ("# Acme: Data Engineer Negotiation Guide", "Data Engineer", "Acme"),
        ("# Data Engineer at Acme Negotiation Guide", "Data Engineer", "Acme"),
        ("# ML/AI Engineer | C3.ai Global Negotiation Guide", "ML/AI Engineer", "C3.ai"),
    ] {
        let playbook = import(&titled(title)).playbook;
        assert_eq!((playbook.role.as_str(), playbook.company.as_str()), (role, company), "{title}");
    }
}

#[test]
fn what_is_no_guide_is_refused_by_name() {
    let refusal =
        refused("# ACME CORPORATION — RESEARCH DOSSIER\n\n| Field | Detail |\n|---|---|\n| Staff | 12 |\n");
    assert_eq!((refusal.code, refusal.line), ("not-a-guide", 1));
    assert!(refusal.message.contains("RESEARCH DOSSIER"), "{}", refusal.message);
    assert_eq!(refused("").code, "empty");
    assert_eq!(refused("lorem ipsum\n\ndolor").code, "not-a-guide");
}

#[test]
fn a_guide_without_levers_is_refused() {
    let text = "# Data Engineer | Acme Guide\n\n| Region | Base |\n|---|---|\n| Oslo | $90K-$120K |\n";
    let refusal = refused(text);
    assert!(refusal.message.contains("no levers"), "{}", refusal.message);
}

#[test]
fn a_second_title_is_named_with_its_line() {
    let two = format!("{}\n{}", titled("# Data Engineer | Acme Guide"), titled("# Designer | Brio Guide"));
    let refusal = refused(&two);
    assert_eq!((refusal.code, refusal.line), ("two-titles", 7));
}
