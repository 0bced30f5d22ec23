//! Kinds of work: roles near enough that the playbook of one helps with another.

use super::words;

/// A group of roles that are negotiated alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    Software,
    Data,
    MachineLearning,
    Product,
    Program,
    Design,
    Security,
    Infrastructure,
    Quality,
    Hardware,
    Management,
    Solutions,
}

/// The first row with a word of the role decides: what a role is for tells more than its tools.
const SIGNS: [(Family, &[&str]); 12] = [
    (Family::Program, &["program", "programme", "project", "tpm"]),
    (Family::Product, &["product manager", "product owner", "product lead", "product management", "pm"]),
    (Family::Design, &["designer", "design", "ux", "ui"]),
    (Family::Management, &["engineering manager", "em", "director", "vp", "head", "manager"]),
    (
        Family::Solutions,
        &["solutions", "solution", "sales", "customer", "forward deployed", "sa", "consultant"],
    ),
    (Family::Security, &["security", "appsec", "infosec", "cryptography", "threat"]),
    (Family::Quality, &["qa", "quality", "test", "sdet"]),
    (Family::Hardware, &["silicon", "hardware", "asic", "fpga", "firmware", "optical", "rtl"]),
    (
        Family::Infrastructure,
        &["devops", "sre", "site reliability", "infrastructure", "network", "production engineer"],
    ),
    (Family::Data, &["data", "analytics", "analyst", "ds", "de"]),
    (
        Family::MachineLearning,
        &["ml", "ai", "mle", "machine learning", "research", "applied scientist", "scientist"],
    ),
    (
        Family::Software,
        &["software", "swe", "sde", "engineer", "developer", "backend", "frontend", "fullstack"],
    ),
];

impl Family {
    /// The family of a role by its name; `None` for one that no playbook here is near to.
    pub fn of(role: &str) -> Option<Self> {
        let role = words::split(role);
        let has = |sign: &&str| words::hold(&role, &sign.split(' ').collect::<Vec<_>>());
        SIGNS.iter().find(|(_, signs)| signs.iter().any(has)).map(|(family, _)| *family)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_fall_into_families() {
        for (role, family) in [
            ("Software Engineer", Some(Family::Software)),
            ("Staff Software Engineer", Some(Family::Software)),
            ("Identity Verification Platform Engineer", Some(Family::Software)),
            ("swe", Some(Family::Software)),
            ("Data Engineer", Some(Family::Data)),
            ("Data Scientist", Some(Family::Data)),
            ("ML/AI Engineer", Some(Family::MachineLearning)),
            ("Audio AI Personalization Engineer", Some(Family::MachineLearning)),
            ("Product Manager", Some(Family::Product)),
            ("Senior Product Manager, AI", Some(Family::Product)),
            ("Technical Program Manager", Some(Family::Program)),
            ("Product Designer", Some(Family::Design)),
            ("Security Engineer", Some(Family::Security)),
            ("DevOps Engineer", Some(Family::Infrastructure)),
            ("Site Reliability Engineer", Some(Family::Infrastructure)),
            ("Engineering Manager", Some(Family::Management)),
            ("Solutions Architect", Some(Family::Solutions)),
            ("RISC-V AI Silicon Engineer", Some(Family::Hardware)),
            ("QA Engineer", Some(Family::Quality)),
            ("Nurse", None),
            ("", None),
        ] {
            assert_eq!(Family::of(role), family, "{role}");
        }
    }
}
