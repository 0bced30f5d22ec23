//! What a library of thousands costs: opened with its index and without, a key of a search, a look
//! into everything it says.

use std::fmt::Write;
use std::fs;
use std::sync::OnceLock;
use std::time::Duration;

use divan::{Bencher, black_box};
use negotiate_up::domain::catalog::{Catalog, Query};
use negotiate_up::store::{DataDir, Library};
use tempfile::TempDir;

const PLAYBOOK: &str = include_str!("../playbooks/huggingface-enterprise/software-engineer.yaml");
const COMPANIES: usize = 320;
const PLAYBOOKS: usize = 4470;
const ROLES: [&str; 14] = [
    "Software Engineer",
    "Senior Software Engineer",
    "Staff Software Engineer",
    "Data Engineer",
    "Data Scientist",
    "DevOps Engineer",
    "Engineering Manager",
    "ML/AI Engineer",
    "Product Designer",
    "Product Manager",
    "Security Engineer",
    "Solutions Architect",
    "Technical Program Manager",
    "Platform Engineer",
];
const SYLLABLES: [&str; 16] =
    ["ka", "lo", "mi", "ren", "ta", "vo", "zen", "dra", "pel", "sor", "qui", "bax", "nim", "ul", "fer", "go"];
const REGIONS: [&str; 12] = [
    "San Francisco",
    "New York",
    "London",
    "Remote US",
    "Austin",
    "Seattle / Bay Area (US)",
    "Tel Aviv",
    "Zurich (HQ)",
    "Bangalore",
    "Paris",
    "Dublin",
    "Toronto",
];

fn main() {
    divan::main();
}

/// A data folder with thousands of playbooks whose index is at rest.
fn folder() -> &'static TempDir {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        for at in 0..PLAYBOOKS {
            let (company, role) = (at % COMPANIES, ROLES[at / COMPANIES % ROLES.len()]);
            put(&folder, company, role, at);
        }
        let library = library(&folder);
        let own = library.catalog().unwrap().cards().len() - 2;
        assert_eq!(own, PLAYBOOKS);
        // Files that were just written are looked at again: only then is the index at rest.
        std::thread::sleep(Duration::from_millis(2100));
        library.catalog().unwrap();
        folder
    })
}

fn name(company: usize) -> String {
    let syllable = |by: usize| SYLLABLES[company / by % SYLLABLES.len()];
    let name = format!("{}{}{}", syllable(1), syllable(16), syllable(7));
    let mut name = name[..1].to_uppercase() + &name[1..];
    if company.is_multiple_of(3) {
        write!(name, " {}", ["Labs", "Cloud", "Systems", "AI"][company / 3 % 4]).unwrap();
    }
    name
}

/// A playbook of the bundled one's size, with words of its own.
fn put(folder: &TempDir, company: usize, role: &str, at: usize) {
    let name = name(company);
    let slug = |text: &str| text.to_lowercase().replace([' ', '/'], "-");
    let mut text = PLAYBOOK
        .replace("huggingface-enterprise/software-engineer", &format!("{}/{}", slug(&name), slug(role)))
        .replace("Hugging Face Enterprise", &name)
        .replace("role: Software Engineer", &format!("role: {role}"))
        .replace("HF Enterprise SWE", &format!("{name} L{}", at % 7 + 2));
    for (from, by) in [("San Francisco", 1), ("New York", 5), ("Paris", 7)] {
        text = text.replace(from, REGIONS[(company + by) % REGIONS.len()]);
    }
    let own: Vec<String> = (0..60).map(|word| format!("word{}", at * 31 + word * 97)).collect();
    text = text.replace("community_work }},", &format!("community_work }}, {},", own.join(" ")));
    let path = folder.path().join("playbooks").join(format!("{}/{}.yaml", slug(&name), slug(role)));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn library(folder: &TempDir) -> Library {
    Library::new(DataDir::at(folder.path()))
}

fn catalog() -> Catalog {
    library(folder()).catalog().unwrap()
}

#[divan::bench]
fn open(bencher: Bencher) {
    let folder = folder();
    bencher.bench_local(|| library(folder).catalog().unwrap());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn open_without_an_index(bencher: Bencher) {
    let folder = folder();
    let index = folder.path().join("playbooks/.index");
    let kept = fs::read(&index).unwrap();
    bencher
        .with_inputs(|| fs::remove_file(&index).ok())
        .bench_local_values(|_| library(folder).catalog().unwrap());
    fs::write(index, kept).unwrap();
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn open_after_one_change(bencher: Bencher) {
    let folder = folder();
    let index = folder.path().join("playbooks/.index");
    let kept = fs::read(&index).unwrap();
    let mut at = 0;
    bencher
        .with_inputs(|| {
            fs::write(&index, &kept).unwrap();
            at += 1;
            put(folder, 5, ROLES[0], at);
        })
        .bench_local_values(|()| library(folder).catalog().unwrap());
    fs::write(index, kept).unwrap();
}

/// What a key costs with so much typed before it.
#[divan::bench(args = [
    "g", "ka", "kalo", "software engineer", "swe kakaka", "product manager at kalo", "google l5",
    "ml engineer kami labs london", "softwre enginer at unknownco",
])]
fn key(bencher: Bencher, words: &str) {
    let catalog = catalog();
    let query = Query { words: words.to_owned(), ..Query::default() };
    catalog.search(&query);
    bencher.bench_local(|| catalog.search(black_box(&query)));
}

#[divan::bench]
fn key_with_a_region(bencher: Bencher) {
    let catalog = catalog();
    let query = Query { words: "swe".to_owned(), region: Some("london".to_owned()), currency: None };
    bencher.bench_local(|| catalog.search(black_box(&query)));
}

/// The first key takes the names apart; the first one of a level the levels too.
#[divan::bench(args = ["g", "google l5"])]
fn first_key(bencher: Bencher, words: &str) {
    let query = Query { words: words.to_owned(), ..Query::default() };
    bencher.with_inputs(catalog).bench_local_refs(|catalog| catalog.search(black_box(&query)));
}

#[divan::bench]
fn advice(bencher: Bencher) {
    let catalog = catalog();
    bencher.bench_local(|| catalog.advise(black_box("software engineer at unknownco")));
}

#[divan::bench(args = ["distributed", "word31 hub", "zebra"])]
fn full_text(bencher: Bencher, words: &str) {
    let library = library(folder());
    library.catalog().unwrap();
    bencher.bench_local(|| library.full_text(black_box(words)).unwrap());
}
